package org.folding.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.folding.api.ComponentFactory;
import org.folding.api.InvalidInputException;
import org.folding.api.OptionSpec;
import org.folding.api.Options;
import org.folding.api.metric.MetricFactory;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.path.PathGeneratorFactory;

/**
 * What is checked, so that every message starts with it.
 *
 * @param words what it is called in messages
 * @param optionPrefix what stands before the keys of its options in a configuration
 */
record Subject(String words, String optionPrefix) {

  /** A part of a plugin that has no options. */
  static Subject named(String words) {
    return new Subject(words, "");
  }

  /** A component; its factory must have a name. */
  static Subject of(ComponentFactory factory) {
    String name = named("factory " + factory.getClass().getName()).call("name()", factory::name);
    if (factory instanceof MetricFactory) {
      return new Subject("metric '" + name + "'", "metrics." + name + ".");
    }
    if (factory instanceof PathGeneratorFactory) {
      return new Subject("path generator '" + name + "'", "paths." + name + ".");
    }
    if (factory instanceof ModelLoaderFactory) {
      return new Subject("model loader '" + name + "'", "model." + name + ".");
    }
    return new Subject("component '" + name + "'", name + ".");
  }

  /** What to throw where a rule is broken: the rule, what was expected, and what was found. */
  AssertionError broken(String what) {
    return new AssertionError(words + ": " + what);
  }

  /** Throws if two things that must be the same differ. */
  void same(String rule, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw broken(rule + ": expected " + expected + " but found " + found);
    }
  }

  /** Throws if a text is not one line that ends with a full stop. */
  void sentence(String what, String text) {
    if (text.isBlank() || text.contains("\n") || !text.endsWith(".")) {
      throw broken(
          what
              + " must be a sentence in one line that ends with a full stop: found '"
              + text
              + "'");
    }
  }

  /** What a method of the plugin returns, which must not be null. */
  <T> T call(String method, Supplier<T> body) {
    T result = attempt(method, body);
    if (result == null) {
      throw broken(method + " must not return null");
    }
    return result;
  }

  /** Calls a method that returns nothing. */
  void run(String method, Runnable body) {
    attempt(
        method,
        () -> {
          body.run();
          return true;
        });
  }

  private <T> T attempt(String method, Supplier<T> body) {
    try {
      return body.get();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw new AssertionError(words + ": " + method + " must not throw: found " + e, e);
    }
  }

  /** The list that a method returns, which must not hold null. */
  <T> List<T> list(String method, Supplier<? extends List<? extends T>> body) {
    List<? extends T> list = call(method, body::get);
    if (list.stream().anyMatch(element -> element == null)) {
      throw broken(method + " must not return a list that holds null: found " + list);
    }
    return List.copyOf(list);
  }

  /** The options that the host would make of a configuration. */
  Options options(ComponentFactory factory, Map<String, String> given) {
    List<OptionSpec> specs = list("options()", factory::options);
    try {
      return Options.of(optionPrefix, specs, given, Path.of(""));
    } catch (InvalidInputException e) {
      throw new AssertionError(
          words + ": the options " + given + " must be valid: found " + e.getMessage(), e);
    }
  }
}
