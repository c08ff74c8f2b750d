package org.folding.core.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.folding.api.InvalidInputException;
import org.folding.api.Problem;

/** Collects what is wrong with a configuration, each problem once. */
final class ConfigurationProblems {
  private final Set<Problem> problems = new LinkedHashSet<>();

  void add(String problem) {
    problems.add(Problem.of(problem));
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  /** The value of a call that may find problems, which are kept; empty where it does. */
  <T> Optional<T> collect(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (InvalidInputException e) {
      problems.addAll(e.details());
      return Optional.empty();
    }
  }

  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw InvalidInputException.of(List.copyOf(problems));
    }
  }
}
