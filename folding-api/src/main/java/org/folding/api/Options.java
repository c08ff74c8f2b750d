package org.folding.api;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The values of a component's options: checked against its {@link OptionSpec}s, with defaults
 * filled in. Immutable.
 *
 * <p>A component reads only options that it declared; asking for another one is a fault of the
 * component and throws {@link IllegalArgumentException}.
 */
public final class Options {
  private final String prefix;
  private final Map<String, OptionSpec> specs = new LinkedHashMap<>();
  private final Map<String, String> values = new LinkedHashMap<>();

  /** What the texts of numbers and vectors were parsed to when they were checked. */
  private final Map<String, Object> parsed = new HashMap<>();

  private final Path directory;

  private Options(
      String prefix, List<OptionSpec> specs, Map<String, String> given, Path directory) {
    this.prefix = prefix;
    this.directory = directory;
    for (OptionSpec spec : specs) {
      this.specs.put(spec.key(), spec);
      String text = given.get(spec.key());
      if (text != null) {
        values.put(spec.key(), text.strip());
      } else {
        spec.defaultValue().ifPresent(value -> values.put(spec.key(), value));
      }
    }
  }

  /**
   * Checks values against specifications.
   *
   * @param prefix what stands before each key in the user's configuration, for example {@code
   *     metrics.range.}; for messages
   * @param specs the options that exist
   * @param given the values given, by key without prefix
   * @param directory where relative file names start
   * @return the options
   * @throws InvalidInputException naming every value that is not of its option's type, and every
   *     key that is no option
   */
  public static Options of(
      String prefix, List<OptionSpec> specs, Map<String, String> given, Path directory) {
    Options options = new Options(prefix, specs, given, directory);
    List<String> problems = new ArrayList<>();
    for (String key : given.keySet()) {
      if (!options.specs.containsKey(key)) {
        problems.add(
            "'"
                + prefix
                + key
                + "' is not an option; known here: "
                + (options.specs.isEmpty() ? "none" : String.join(", ", options.specs.keySet())));
      }
    }
    for (OptionSpec spec : specs) {
      String text = options.values.get(spec.key());
      if (text != null) {
        try {
          options.check(spec, text);
        } catch (InvalidInputException e) {
          problems.addAll(e.problems());
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return options;
  }

  /**
   * @param key an option's key
   * @return the key as the user writes it, with prefix
   */
  public String fullKey(String key) {
    return prefix + key;
  }

  /**
   * @param key an option's key
   * @return whether the option has a value, given or by default
   */
  public boolean has(String key) {
    return value(key) != null;
  }

  /**
   * @param key an option's key
   * @return its text, or empty where it is absent
   */
  public Optional<String> text(String key) {
    return Optional.ofNullable(value(key));
  }

  /**
   * @param key the key of a {@link OptionSpec.Type#CHOICE}, of an option that has a default, or of
   *     one that the component cannot do without
   * @return its text
   * @throws InvalidInputException if it is absent
   */
  public String requiredText(String key) {
    String text = value(key);
    if (text == null) {
      throw new InvalidInputException(
          "'" + prefix + key + "' is missing: " + spec(key).description());
    }
    return text;
  }

  /**
   * @param key the key of a whole number
   * @return its value, or empty where it is absent
   */
  public OptionalLong integer(String key) {
    String text = value(key);
    return text == null ? OptionalLong.empty() : OptionalLong.of(integerOf(spec(key), text));
  }

  /**
   * A whole number within bounds.
   *
   * @param key the key of an option that has a default
   * @param low the least value allowed
   * @param high the greatest value allowed
   * @return its value
   * @throws InvalidInputException if it lies outside
   */
  public long integer(String key, long low, long high) {
    long value = integerOf(spec(key), requiredText(key));
    if (value < low || value > high) {
      throw new InvalidInputException(
          "'"
              + prefix
              + key
              + "' is "
              + value
              + " but must be "
              + (high == Long.MAX_VALUE ? low + " or more" : "from " + low + " to " + high));
    }
    return value;
  }

  /**
   * @param key the key of a number
   * @return its value, finite, or empty where it is absent
   */
  public OptionalDouble number(String key) {
    String text = value(key);
    if (text == null) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        parsed.get(key) instanceof Double number ? number : parseNumber(spec(key), text));
  }

  /**
   * @param key the key of a {@link OptionSpec.Type#BOOLEAN} that has a default
   * @return its value
   */
  public boolean flag(String key) {
    return Boolean.parseBoolean(requiredText(key));
  }

  /**
   * @param key the key of a {@link OptionSpec.Type#VECTOR}
   * @return its components, finite, in a new array; or empty where it is absent
   */
  public Optional<double[]> vector(String key) {
    String text = value(key);
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(
        parsed.get(key) instanceof double[] vector ? vector.clone() : parseVector(spec(key), text));
  }

  /**
   * @param key the key of a {@link OptionSpec.Type#FILE}
   * @return the file, resolved against the configuration's folder, or empty where it is absent
   */
  public Optional<Path> file(String key) {
    String text = value(key);
    return text == null ? Optional.empty() : Optional.of(directory.resolve(text));
  }

  private OptionSpec spec(String key) {
    OptionSpec spec = specs.get(key);
    if (spec == null) {
      throw new IllegalArgumentException("option '" + prefix + key + "' was never declared");
    }
    return spec;
  }

  private @Nullable String value(String key) {
    return values.get(spec(key).key());
  }

  private void check(OptionSpec spec, String text) {
    switch (spec.type()) {
      case TEXT -> {}
      case INTEGER -> parsed.put(spec.key(), parseInteger(spec, text));
      case NUMBER -> parsed.put(spec.key(), parseNumber(spec, text));
      case VECTOR -> parsed.put(spec.key(), parseVector(spec, text));
      case BOOLEAN -> {
        if (!text.equals("true") && !text.equals("false")) {
          throw wrong(spec, text);
        }
      }
      case CHOICE -> {
        if (!spec.choices().contains(text)) {
          throw new InvalidInputException(
              "'"
                  + prefix
                  + spec.key()
                  + "' is '"
                  + text
                  + "' but must be one of "
                  + String.join(", ", spec.choices()));
        }
      }
      case FILE -> {
        if (!isFile(spec, text)) {
          throw new InvalidInputException(
              "'"
                  + prefix
                  + spec.key()
                  + "' names "
                  + directory.resolve(text)
                  + ", which is not there or is not a file");
        }
      }
    }
  }

  private boolean isFile(OptionSpec spec, String text) {
    try {
      return Files.isRegularFile(directory.resolve(text));
    } catch (InvalidPathException e) {
      throw wrong(spec, text.replaceAll("\\p{Cntrl}", "?"));
    }
  }

  private long integerOf(OptionSpec spec, String text) {
    return parsed.get(spec.key()) instanceof Long number ? number : parseInteger(spec, text);
  }

  private long parseInteger(OptionSpec spec, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw text.matches("[+-]?[0-9]+")
          ? beyond(spec, text, text, "the whole numbers of 64 bits")
          : wrong(spec, text);
    }
  }

  private double parseNumber(OptionSpec spec, String text) {
    return finite(spec, text, text);
  }

  /** A finite number, which may be a part of the option's value. */
  private double finite(OptionSpec spec, String text, String part) {
    double value;
    try {
      value = Double.parseDouble(part);
    } catch (NumberFormatException e) {
      throw wrong(spec, text);
    }
    if (Double.isInfinite(value) && part.matches(".*[0-9].*")) {
      throw beyond(spec, text, part, "the greatest float64, 1.8e308");
    }
    if (!Double.isFinite(value)) {
      throw wrong(spec, text);
    }
    return value;
  }

  private double[] parseVector(OptionSpec spec, String text) {
    String[] parts = text.split(",", -1);
    double[] vector = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      vector[i] = finite(spec, text, parts[i].strip());
    }
    return vector;
  }

  private InvalidInputException beyond(OptionSpec spec, String text, String number, String range) {
    return new InvalidInputException(
        "'"
            + prefix
            + spec.key()
            + (text.equals(number) ? "' is '" : "' holds '")
            + number
            + "', beyond "
            + range);
  }

  private InvalidInputException wrong(OptionSpec spec, String text) {
    return new InvalidInputException(
        "'" + prefix + spec.key() + "' is '" + text + "' but must be " + spec.type().words());
  }
}
