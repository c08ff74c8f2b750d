package org.folding.core.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.folding.api.InvalidInputException;
import org.folding.core.text.LargeNumber;

/**
 * Reads rows of numbers from CSV. The first line is a header iff none of its cells is a number, or
 * one of them names the label column.
 */
final class CsvReader {
  private final CsvRecords records;
  private final String name;
  private final boolean labelsOnly;
  private final ValuesBuilder values = ValuesBuilder.growing(Values.Storage.DOUBLES, 1024);
  private final ValuesBuilder labels = ValuesBuilder.growing(Values.Storage.DOUBLES, 1024);
  private int labelColumn = -1;
  private int columns;
  private int rows;

  /**
   * What a file holds.
   *
   * @param values shape [rows,values], without the label column
   * @param labels shape [rows]; empty where no column was named
   */
  record Content(NumericArray values, Optional<NumericArray> labels) {}

  private CsvReader(CsvRecords records, String name, boolean labelsOnly) {
    this.records = records;
    this.name = name;
    this.labelsOnly = labelsOnly;
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @param labelColumn the column that holds labels, if one does
   * @param labelsOnly whether all of the file is labels, for messages
   */
  static Content read(InputFile file, Optional<String> labelColumn, boolean labelsOnly) {
    try (CsvRecords records = CsvRecords.of(file)) {
      return new CsvReader(records, file.file().toString(), labelsOnly).read(labelColumn);
    }
  }

  private Content read(Optional<String> label) {
    String[] first = records.next();
    if (first == null) {
      throw new InvalidInputException(name + " is empty: it must hold rows of numbers");
    }
    columns = first.length;
    List<String> cells = Arrays.asList(first);
    boolean header =
        cells.stream().noneMatch(cell -> number(cell).isPresent())
            || label.filter(cells::contains).filter(cell -> number(cell).isEmpty()).isPresent();
    label.ifPresent(column -> labelColumn = find(column, cells, header));
    if (!header) {
      add(first);
    }
    for (String[] next = records.next(); next != null; next = records.next()) {
      add(next);
    }
    if (rows == 0) {
      throw new InvalidInputException(name + " has no rows of numbers below its header");
    }
    int width = values.size() / rows;
    if (width == 0) {
      throw new InvalidInputException(name + " has no column besides that of the labels");
    }
    return new Content(
        new NumericArray(name, List.of(rows, width), values.build(), false),
        label.map(column -> new NumericArray(name, List.of(rows), labels.build(), false)));
  }

  private int find(String column, List<String> cells, boolean header) {
    int byName = header ? cells.indexOf(column) : -1;
    if (byName >= 0) {
      return byName;
    }
    try {
      int index = Integer.parseInt(column);
      if (index >= 0 && index < columns) {
        return index;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new InvalidInputException(
        name
            + " has no label column '"
            + column
            + "': name one of its header"
            + (header && columns <= 20 ? " (" + String.join(", ", cells) + ")" : "")
            + ", or give its index from 0 to "
            + (columns - 1));
  }

  private void add(String[] cells) {
    if (cells.length != columns) {
      throw new InvalidInputException(
          records.at()
              + " (row "
              + rows
              + ") has "
              + cells.length
              + (cells.length == 1 ? " cell" : " cells")
              + " but the first line has "
              + columns);
    }
    if (values.size() + (long) columns > ValuesBuilder.GREATEST_SIZE) {
      throw new InvalidInputException(
          records.at() + ": more than " + ValuesBuilder.GREATEST_SIZE + " values cannot be held");
    }
    for (int column = 0; column < columns; column++) {
      double value = number(cells[column]).orElse(Double.NaN);
      if (!Double.isFinite(value)) {
        throw wrong(cells[column], column);
      }
      (column == labelColumn ? labels : values).add(value);
    }
    rows++;
  }

  private InvalidInputException wrong(String cell, int column) {
    String shown = cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
    return new InvalidInputException(
        records.at()
            + ", column "
            + (column + 1)
            + " (row "
            + rows
            + "): '"
            + shown.replaceAll("\\R", " ")
            + "' "
            + (LargeNumber.isIn(cell) ? "is " + LargeNumber.WORDS : kind(column)));
  }

  private String kind(int column) {
    return labelsOnly || column == labelColumn
        ? "is no label; labels are whole numbers, so give each class one"
        : "is not a finite number; cells are separated by commas and decimals have a point";
  }

  /** A number as CSV files have it: no hexadecimal digits, no type suffix, no NaN. */
  private static OptionalDouble number(String cell) {
    String text = cell.strip();
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
        return OptionalDouble.empty();
      }
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
