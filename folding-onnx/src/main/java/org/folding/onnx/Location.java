package org.folding.onnx;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.folding.api.InvalidInputException;

/**
 * Where a problem is: a file and, below it, a node.
 *
 * @param file the model's file
 * @param node the node in words, or empty for the file as a whole
 */
record Location(Path file, String node) {
  private static final int LONGEST_NAME = 100;

  /** What breaks lines, commands terminals, or turns the direction of the text that follows. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]+");

  static Location of(Path file) {
    return new Location(file, "");
  }

  /** The place of a node in this file. */
  Location at(String name, String operator) {
    return new Location(file, "node " + quote(name) + " (" + printable(operator) + ") ");
  }

  /** The model's name: the file's, without its ending. */
  String modelName() {
    String name = printable(file.getFileName().toString());
    return name.matches("(?i).+\\.onnx") ? name.substring(0, name.length() - 5) : name;
  }

  /**
   * @param what what is wrong and what would be right; follows the node where there is one
   * @return the exception to throw, of one line that starts with the file
   */
  InvalidInputException refuse(String what) {
    return new InvalidInputException(line(what));
  }

  InvalidInputException refuse(String what, Throwable cause) {
    return new InvalidInputException(line(what), cause);
  }

  String line(String what) {
    return printable(file.toString()) + ": " + node + what;
  }

  /** A name out of the file, fit to stand in a message. */
  static String quote(String name) {
    String text = printable(name);
    return "'"
        + (text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text)
        + "'";
  }

  /** The text with everything replaced that would change more than its own place in a line. */
  static String printable(String text) {
    return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
  }
}
