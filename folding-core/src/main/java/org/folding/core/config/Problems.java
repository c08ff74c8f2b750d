package org.folding.core.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.folding.api.InvalidInputException;

/** Collects what is wrong with a configuration, each problem once. */
final class Problems {
  private final Set<String> lines = new LinkedHashSet<>();

  void add(String line) {
    lines.add(line);
  }

  /** The value of a call that may find problems, which are kept; empty where it does. */
  <T> Optional<T> collect(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (InvalidInputException e) {
      lines.addAll(e.problems());
      return Optional.empty();
    }
  }

  void throwIfAny() {
    if (!lines.isEmpty()) {
      throw new InvalidInputException(List.copyOf(lines));
    }
  }
}
