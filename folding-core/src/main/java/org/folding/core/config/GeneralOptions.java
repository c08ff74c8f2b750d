package org.folding.core.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.api.OptionSpec;
import org.folding.api.Options;

/**
 * The values of {@link RunKeys}. A value of the wrong type is reported and replaced by the default,
 * so that reading can go on.
 */
final class GeneralOptions {
  private final RunProperties properties;
  private final ConfigurationProblems problems;
  private final Options options;
  private final Map<String, String> effective = new LinkedHashMap<>();

  GeneralOptions(RunProperties properties, ConfigurationProblems problems) {
    this.properties = properties;
    this.problems = problems;
    Map<String, String> good = new LinkedHashMap<>();
    for (OptionSpec spec : RunKeys.all()) {
      RunProperties.Entry entry = properties.entries().get(spec.key());
      if (entry == null) {
        spec.defaultValue().ifPresent(value -> effective.put(spec.key(), value));
      } else if (isGood(spec, entry.value())) {
        good.put(spec.key(), entry.value());
        effective.put(spec.key(), entry.value());
      }
    }
    this.options = Options.of("", RunKeys.all(), good, properties.directory());
  }

  private boolean isGood(OptionSpec spec, String value) {
    if (properties.unresolved().contains(spec.key())) {
      return false; // told already
    }
    if (value.isEmpty()) {
      problems.add("'" + spec.key() + "' is empty; give it a value or remove it");
      return false;
    }
    Map<String, String> given = Map.of(spec.key(), value);
    return problems
        .collect(() -> Options.of("", List.of(spec), given, properties.directory()))
        .isPresent();
  }

  boolean given(String key) {
    return properties.entries().containsKey(key);
  }

  /** Whether a value was given that is no value, which is reported. */
  boolean isEmpty(String key) {
    return properties.entries().get(key).value().isEmpty();
  }

  Optional<String> text(String key) {
    return options.text(key);
  }

  String requiredText(String key) {
    return options.requiredText(key);
  }

  /** A whole number; where it lies outside its bounds this is reported and the least is given. */
  long integer(String key, long low, long high) {
    return problems.collect(() -> options.integer(key, low, high)).orElse(low);
  }

  double number(String key) {
    return options.number(key).orElseThrow();
  }

  /** A number; where it lies outside its bounds this is reported and the least is given. */
  double number(String key, double low, double high) {
    double number = options.number(key).orElse(low);
    if (number >= low && number <= high) {
      return number;
    }
    problems.add("'" + key + "' is " + number + " but must be from " + low + " to " + high);
    return low;
  }

  List<Double> vector(String key) {
    return options.vector(key).map(v -> Arrays.stream(v).boxed().toList()).orElse(List.of());
  }

  /** Where a value was given, for messages. */
  String origin(String key) {
    return properties.entries().get(key).origin();
  }

  Path path(String key) {
    return options
        .text(key)
        .flatMap(text -> problems.collect(() -> resolve(key, text)))
        .orElse(properties.directory());
  }

  private Path resolve(String key, String text) {
    try {
      return properties.directory().resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw new InvalidInputException("'" + key + "' is no name of a file: " + e.getMessage(), e);
    }
  }

  void requireFile(String key) {
    options
        .text(key)
        .flatMap(text -> problems.collect(() -> resolve(key, text)))
        .filter(file -> !Files.isRegularFile(file))
        .ifPresent(file -> problems.add(missing(key, file, origin(key))));
  }

  static String missing(String key, Path file, String origin) {
    String wrong =
        Files.isDirectory(file)
            ? file + " is a folder, not a file"
            : "file " + file + " does not exist";
    return key + ": " + wrong + (origin.isEmpty() ? "" : " (from " + origin + ")");
  }

  Map<String, String> effective() {
    return effective;
  }
}
