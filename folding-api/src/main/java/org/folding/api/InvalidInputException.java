package org.folding.api;

import java.util.List;

/**
 * Something that the user gave is wrong: a file, a row, an option, a plugin JAR. Each problem is
 * one line that says what is wrong, where, and what would be right. The command line prints the
 * problems without a stack trace and exits with code 2.
 */
public class InvalidInputException extends FoldingException {
  private static final long serialVersionUID = 1L;

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
    super(problem, cause);
    this.problems = List.of(problem);
  }

  /**
   * @param problems at least one problem, each one line
   */
  public InvalidInputException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("problems is empty");
    }
    this.problems = List.copyOf(problems);
  }

  /**
   * @return the problems in the order found, at least one
   */
  public final List<String> problems() {
    return problems;
  }
}
