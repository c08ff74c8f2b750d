package org.folding.core.plugin;

import java.util.ArrayList;
import java.util.List;
import org.folding.api.InvalidInputException;

/** Collects what is wrong with plugins, one line each, and what it was caused by. */
final class PluginProblems {
  private final List<String> lines = new ArrayList<>();
  private final List<Throwable> causes = new ArrayList<>();

  void add(String line) {
    lines.add(PluginFaults.oneLine(line));
  }

  void add(String line, Throwable cause) {
    add(line);
    causes.add(cause);
  }

  void addAll(PluginProblems others) {
    lines.addAll(others.lines);
    causes.addAll(others.causes);
  }

  void addAll(InvalidInputException e) {
    e.problems().forEach(this::add);
    causes.add(e);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** An exception with all problems; the causes are kept for whoever looks for them. */
  InvalidInputException toException() {
    InvalidInputException exception = new InvalidInputException(lines);
    causes.forEach(exception::addSuppressed);
    return exception;
  }
}
