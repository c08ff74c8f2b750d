package org.folding.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folding.api.InvalidInputException;
import org.folding.core.data.ArrayDataset;
import org.folding.core.text.LargeNumber;

/**
 * Reads inputs from options: rows of the data, or vectors.
 *
 * @param data the data, if there are any
 * @param width how many values an input has
 */
record Inputs(Optional<ArrayDataset> data, int width) {
  private static final int MOST_SHOWN = 3;

  /**
   * An input that the user named.
   *
   * @param name what to call it
   * @param row the row of the data that it is, or −1
   * @param values its values
   */
  record Input(String name, int row, double[] values) {}

  /** Some rows of the data, for example {@code 3,17}. */
  List<Input> rows(String option, List<Integer> rows) {
    List<Input> inputs = new ArrayList<>();
    for (int row : rows) {
      inputs.add(row(option, row));
    }
    return inputs;
  }

  private Input row(String option, int row) {
    ArrayDataset from =
        data.orElseThrow(() -> new InvalidInputException(option + " names a row; add --data FILE"));
    if (row < 0 || row >= from.rows()) {
      throw new InvalidInputException(
          option + " names row " + row + ", but the data's rows are 0 to " + (from.rows() - 1));
    }
    double[] values = new double[width];
    from.copyRow(row, values, 0);
    String label = from.labelled() ? " (class " + from.label(row) + ")" : "";
    return new Input("row " + row + label, row, values);
  }

  /** Inputs separated by semicolons, for example {@code 0,0; 0,1; #3}. */
  List<Input> list(String option, String text) {
    List<Input> inputs = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      inputs.add(one(option, part.strip()));
    }
    return inputs;
  }

  /** One input: numbers separated by commas, or # and a row of the data. */
  Input one(String option, String text) {
    if (text.startsWith("#")) {
      try {
        return row(option, Integer.parseInt(text.substring(1).strip()));
      } catch (NumberFormatException e) {
        throw new InvalidInputException(
            option + ": '" + text + "' is no row; write for example #3", e);
      }
    }
    double[] values = vector(option, text);
    if (values.length != width) {
      throw new InvalidInputException(
          option
              + ": '"
              + shortened(text)
              + "' has "
              + values.length
              + (values.length == 1 ? " value" : " values")
              + ", but an input of the model has "
              + width);
    }
    return new Input(name(text, values), -1, values);
  }

  private static String name(String text, double[] values) {
    return values.length > MOST_SHOWN
        ? "(" + shortened(text) + ")"
        : Arrays.stream(text.split(","))
            .map(String::strip)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Numbers separated by commas. */
  static double[] vector(String option, String text) {
    String[] parts = text.split(",", -1);
    double[] values = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      try {
        values[i] = Double.parseDouble(parts[i].strip());
      } catch (NumberFormatException e) {
        values[i] = Double.NaN;
      }
      if (LargeNumber.isIn(parts[i].strip())) {
        throw new InvalidInputException(
            option + ": '" + parts[i].strip() + "' is " + LargeNumber.WORDS);
      }
      if (!Double.isFinite(values[i])) {
        throw new InvalidInputException(
            option
                + ": '"
                + parts[i].strip()
                + "' is no finite number; write numbers separated by commas, as in 0,0.75");
      }
    }
    return values;
  }

  private static String shortened(String text) {
    String[] parts = text.split(",", MOST_SHOWN + 1);
    return parts.length <= MOST_SHOWN
        ? text
        : String.join(",", Arrays.copyOf(parts, MOST_SHOWN)) + ",...";
  }
}
