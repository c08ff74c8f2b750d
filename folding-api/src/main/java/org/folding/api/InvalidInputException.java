package org.folding.api;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that the user gave is wrong: a file, a row, an option, a plugin JAR. Each problem is
 * one line that says what is wrong, where, and what would be right. The command line prints the
 * problems without a stack trace and exits with code 2.
 *
 * <p>Where what to do depends on who calls, a {@link Problem} names {@linkplain Remedy remedies};
 * the message and {@link #problems()} have them in their own words.
 */
public class InvalidInputException extends FoldingException {
  private static final long serialVersionUID = 1L;

  private final List<Problem> details;

  /**
   * @param problem what is wrong, where, and what would be right, in one line
   */
  public InvalidInputException(String problem) {
    this(problem, null);
  }

  /**
   * @param problem what is wrong, where, and what would be right, in one line
   * @param cause what it was caused by, or null
   */
  public InvalidInputException(String problem, @Nullable Throwable cause) {
    this(Problem.of(problem), cause);
  }

  /**
   * @param problem what is wrong and what solves it
   */
  public InvalidInputException(Problem problem) {
    this(problem, null);
  }

  /**
   * @param problem what is wrong and what solves it
   * @param cause what it was caused by, or null
   */
  public InvalidInputException(Problem problem, @Nullable Throwable cause) {
    super(problem.line(), cause);
    this.details = List.of(problem);
  }

  /**
   * @param problems at least one problem, each one line
   */
  public InvalidInputException(List<String> problems) {
    this(problems.stream().map(Problem::of).toArray(Problem[]::new));
  }

  private InvalidInputException(Problem[] problems) {
    super(
        List.of(problems).stream()
            .map(Problem::line)
            .collect(Collectors.joining(System.lineSeparator())));
    if (problems.length == 0) {
      throw new IllegalArgumentException("problems is empty");
    }
    this.details = List.of(problems);
  }

  /**
   * @param problems at least one problem
   * @return an exception that tells all of them
   */
  public static InvalidInputException of(List<Problem> problems) {
    return new InvalidInputException(problems.toArray(Problem[]::new));
  }

  /**
   * @return the problems in the order found, at least one, each one line
   */
  public final List<String> problems() {
    return details.stream().map(Problem::line).toList();
  }

  /**
   * @return the problems with their remedies, in the order found, at least one
   */
  public final List<Problem> details() {
    return details;
  }
}
