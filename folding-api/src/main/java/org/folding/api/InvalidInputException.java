package org.folding.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Something that the user gave is wrong: a file, a row, an option, a plugin JAR. Each problem is
 * one line that says what is wrong, where, and what would be right. The command line prints the
 * problems without a stack trace and exits with code 2.
 *
 * <p>Problems quote names and values of files that come from anywhere. What would break the line or
 * speak to a terminal is therefore written as an escape of Java's, and the middle of a problem of
 * more than 2000 characters is left out.
 */
public class InvalidInputException extends FoldingException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 2_000;

  private final List<String> problems;

  /**
   * @param problem what is wrong, where, and what would be right, in one line
   */
  public InvalidInputException(String problem) {
    this(problem, (Throwable) null);
  }

  /**
   * @param problem what is wrong, where, and what would be right, in one line
   * @param cause what it was caused by, or null
   */
  public InvalidInputException(String problem, Throwable cause) {
    super(line(problem), cause);
    this.problems = List.of(getMessage());
  }

  /**
   * @param problems at least one problem, each one line
   */
  public InvalidInputException(List<String> problems) {
    super(
        problems.stream()
            .map(InvalidInputException::line)
            .collect(Collectors.joining(System.lineSeparator())));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("problems is empty");
    }
    this.problems = problems.stream().map(InvalidInputException::line).toList();
  }

  /**
   * @return the problems in the order found, at least one
   */
  public final List<String> problems() {
    return problems;
  }

  private static String line(String problem) {
    StringBuilder line = new StringBuilder(problem.length());
    problem
        .codePoints()
        .forEach(
            character -> {
              if (breaksLine(character)) {
                line.append(escape(character));
              } else {
                line.appendCodePoint(character);
              }
            });
    if (line.length() > LONGEST) {
      line.replace(LONGEST / 2, line.length() - LONGEST / 2 + 1, "…");
    }
    return line.toString();
  }

  private static boolean breaksLine(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static String escape(int character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          new String(Character.toChars(character))
              .chars()
              .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04x", unit))
              .collect(Collectors.joining());
    };
  }
}
