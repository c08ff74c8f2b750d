package org.folding.core.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.api.OptionSpec;
import org.folding.api.Options;
import org.folding.core.text.WordChoice;

/**
 * The values of {@link RunKeys}. A value of the wrong type is reported and replaced by the default,
 * so that reading can go on.
 */
final class GeneralOptions {
  private final RunProperties properties;
  private final ConfigurationProblems problems;

  /** The option of each key, parsed once. */
  private final Map<String, Options> options = new HashMap<>();

  private final Map<String, String> effective = new LinkedHashMap<>();

  GeneralOptions(RunProperties properties, ConfigurationProblems problems) {
    this.properties = properties;
    this.problems = problems;
    for (OptionSpec spec : RunKeys.all()) {
      RunProperties.Entry entry = properties.entries().get(spec.key());
      Optional<Options> given = entry == null ? Optional.empty() : given(spec, entry.value());
      if (entry == null) {
        spec.defaultValue().ifPresent(value -> effective.put(spec.key(), value));
      } else if (given.isPresent()) {
        effective.put(spec.key(), entry.value());
      }
      options.put(spec.key(), given.orElseGet(() -> option(spec, Map.of())));
    }
  }

  /** The option with the value that was given; empty where that is wrong, which is reported. */
  private Optional<Options> given(OptionSpec spec, String value) {
    if (properties.unresolved().contains(spec.key())) {
      return Optional.empty(); // told already
    }
    if (value.isEmpty()) {
      problems.add("'" + spec.key() + "' is empty; give it a value or remove it");
      return Optional.empty();
    }
    return problems.collect(() -> option(spec, Map.of(spec.key(), value)));
  }

  private Options option(OptionSpec spec, Map<String, String> values) {
    return CheckedOptions.of("", List.of(spec), values, properties.directory());
  }

  boolean given(String key) {
    return properties.entries().containsKey(key);
  }

  /** Whether a value was given that is no value, which is reported. */
  boolean isEmpty(String key) {
    return properties.entries().get(key).value().isEmpty();
  }

  Optional<String> text(String key) {
    return options.get(key).text(key);
  }

  String requiredText(String key) {
    return options.get(key).requiredText(key);
  }

  /** A whole number; where it lies outside its bounds this is reported and the least is given. */
  long integer(String key, long low, long high) {
    return problems.collect(() -> options.get(key).integer(key, low, high)).orElse(low);
  }

  double number(String key) {
    return options.get(key).number(key).orElseThrow();
  }

  /** A number; where it lies outside its bounds this is reported and the least is given. */
  double number(String key, double low, double high) {
    double number = options.get(key).number(key).orElse(low);
    if (number >= low && number <= high) {
      return number;
    }
    problems.add("'" + key + "' is " + number + " but must be from " + low + " to " + high);
    return low;
  }

  List<Double> vector(String key) {
    return options
        .get(key)
        .vector(key)
        .map(v -> Arrays.stream(v).boxed().toList())
        .orElse(List.of());
  }

  /** Where a value was given, for messages. */
  String origin(String key) {
    return properties.entries().get(key).origin();
  }

  Path path(String key) {
    return text(key)
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

  /** The file that a property names, if it does; one that is missing is reported. */
  Optional<Path> file(String key) {
    Optional<Path> file = text(key).flatMap(text -> problems.collect(() -> resolve(key, text)));
    file.filter(named -> !Files.isRegularFile(named))
        .ifPresent(named -> problems.add(missing(key, named, origin(key))));
    return file;
  }

  /** The constant that a word stands for, which was checked when it was read. */
  <E extends Enum<E>> E choice(String key, WordChoice<E> choice) {
    return choice.choose("'" + key + "'", requiredText(key));
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
