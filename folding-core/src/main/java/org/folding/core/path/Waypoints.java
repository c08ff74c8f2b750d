package org.folding.core.path;

import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.api.data.Dataset;
import org.folding.api.path.PathContext;
import org.folding.api.path.Waypoint;
import org.folding.core.text.LargeNumber;

/** Reads waypoints from options. */
final class Waypoints {
  private Waypoints() {}

  /**
   * Reads one waypoint.
   *
   * @param text coordinates separated by commas, or # and a row of the data
   * @param key the option, as the user wrote it
   * @param number which of the option's waypoints this is, from 1
   */
  static Waypoint parse(String text, String key, int number, PathContext context) {
    String what = "waypoint " + number + " of '" + key + "'";
    if (text.isEmpty()) {
      throw new InvalidInputException(
          what + " is empty: waypoints are separated by semicolons, as in 0,0; 1,0; #3");
    }
    if (text.startsWith("#")) {
      return row(text, key, what, context);
    }
    String[] parts = text.split(",", -1);
    double[] point = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i].strip();
      if (LargeNumber.isIn(part)) {
        throw new InvalidInputException(what + " holds " + part + ", " + LargeNumber.WORDS);
      }
      point[i] =
          number(part)
              .orElseThrow(
                  () ->
                      new InvalidInputException(
                          what
                              + " is '"
                              + text
                              + "' but must be numbers separated by commas, or a row of the data as"
                              + " #3"));
    }
    requireWidth(what, point, context.inputWidth());
    return Waypoint.point(point);
  }

  private static Waypoint row(String text, String key, String what, PathContext context) {
    Dataset data = context.requireData(key);
    int row;
    try {
      row = Integer.parseInt(text.substring(1).strip());
    } catch (NumberFormatException e) {
      row = -1;
    }
    if (row < 0 || row >= data.rows()) {
      throw new InvalidInputException(
          what + " is '" + text + "' but the data's rows are #0 to #" + (data.rows() - 1));
    }
    return Waypoint.row(row);
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Checks that a point lies in the model's input space. */
  static void requireWidth(String what, double[] point, int width) {
    if (point.length != width) {
      throw new InvalidInputException(
          what
              + " has "
              + point.length
              + (point.length == 1 ? " value" : " values")
              + " but an input of the model has "
              + width);
    }
  }
}
