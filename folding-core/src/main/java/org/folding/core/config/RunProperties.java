package org.folding.core.config;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folding.api.InvalidInputException;

/**
 * The properties of a run as text: those of a file, those that override them, with {@code
 * ${ENV:NAME}} replaced by environment variables.
 */
public final class RunProperties {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");
  private static final String OPENING = "${";
  private static final String ENVIRONMENT = "ENV:";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Optional<Path> file;
  private final Path directory;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final Set<String> unresolved = new HashSet<>();

  private RunProperties(Optional<Path> file, Path directory) {
    this.file = file;
    this.directory = directory;
  }

  /**
   * A property's value and where it was given.
   *
   * @param value the value, without white space around it
   * @param origin for messages, for example {@code 'model' in run.properties}
   */
  record Entry(String value, String origin) {}

  /**
   * Reads a properties file, encoded in UTF-8.
   *
   * @param file the file; relative file names in values start at its folder
   * @param overrides further properties, which override those of the file
   * @return the properties; what is wrong with them is told later, with everything else
   * @throws InvalidInputException if the file cannot be read
   */
  public static RunProperties read(Path file, Map<String, String> overrides) {
    return read(file, overrides, key -> "the override of '" + key + "'");
  }

  /**
   * Reads a properties file, encoded in UTF-8.
   *
   * @param file the file; relative file names in values start at its folder
   * @param overrides further properties, which override those of the file
   * @param origin says by its key where the user gave an override, for messages
   * @return the properties; what is wrong with them is told later, with everything else
   * @throws InvalidInputException if the file cannot be read
   */
  public static RunProperties read(
      Path file, Map<String, String> overrides, UnaryOperator<String> origin) {
    return read(file, overrides, origin, System::getenv);
  }

  static RunProperties read(
      Path file,
      Map<String, String> overrides,
      UnaryOperator<String> origin,
      UnaryOperator<String> environment) {
    Path absolute = file.toAbsolutePath();
    RunProperties properties = new RunProperties(Optional.of(absolute), absolute.getParent());
    String name = String.valueOf(file.getFileName());
    properties.load(text(file), name);
    properties.override(overrides, origin);
    properties.resolve(environment);
    return properties;
  }

  /**
   * Properties that stand in no file.
   *
   * @param values the properties
   * @param directory where relative file names start
   * @return the properties
   */
  public static RunProperties of(Map<String, String> values, Path directory) {
    RunProperties properties = new RunProperties(Optional.empty(), directory);
    values.forEach(
        (key, value) -> properties.entries.put(key, new Entry(value.strip(), "'" + key + "'")));
    properties.resolve(System::getenv);
    return properties;
  }

  private static String text(Path file) {
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(file + " is a folder, not a properties file");
    }
    if (!Files.exists(file)) {
      throw new InvalidInputException("properties file " + file + " does not exist");
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(file + " is not UTF-8 text; save it in that encoding", e);
    } catch (IOException e) {
      throw new InvalidInputException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private void load(String text, String name) {
    // Properties.load hands each line to put, in order; the map itself would keep neither order
    // nor duplicates.
    Properties reader =
        new Properties() {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized Object put(Object key, Object value) {
            RunProperties.Entry entry =
                new RunProperties.Entry(value.toString().strip(), "'" + key + "' in " + name);
            if (entries.putIfAbsent(key.toString(), entry) != null) {
              problems.add("'" + key + "' is given twice in " + name);
            } else if (entry.value().chars().anyMatch(Character::isISOControl)) {
              problems.add(
                  entry.origin()
                      + " holds a tab or line break; write a space, and \\\\ for a backslash");
              unresolved.add(key.toString());
            }
            return null;
          }
        };
    try (Reader in = new StringReader(text)) {
      reader.load(in);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          name + ": " + e.getMessage() + " (a backslash in a value is written \\\\)", e);
    } catch (IOException e) {
      throw new IllegalStateException("reading a string failed", e);
    }
  }

  private void override(Map<String, String> overrides, UnaryOperator<String> origin) {
    overrides.forEach(
        (key, value) -> entries.put(key, new Entry(value.strip(), origin.apply(key))));
  }

  private void resolve(UnaryOperator<String> environment) {
    entries.replaceAll(
        (key, entry) -> {
          Matcher matcher = REFERENCE.matcher(entry.value());
          if (matcher.replaceAll("").contains(OPENING)) {
            problems.add(
                "'"
                    + key
                    + "' holds ${ without a closing }; write ${ENV:NAME} for the value of an"
                    + " environment variable");
            unresolved.add(key);
            return new Entry("", entry.origin());
          }
          matcher.reset();
          String value =
              matcher.replaceAll(
                  match -> Matcher.quoteReplacement(resolved(key, match.group(1), environment)));
          return new Entry(value, entry.origin());
        });
  }

  private String resolved(String key, String reference, UnaryOperator<String> environment) {
    if (!reference.startsWith(ENVIRONMENT)) {
      problems.add("'" + key + "' holds ${" + reference + "}; only ${ENV:NAME} can be resolved");
      unresolved.add(key);
      return "";
    }
    String variable = reference.substring(ENVIRONMENT.length());
    String value = variable.isEmpty() ? null : environment.apply(variable);
    if (value == null) {
      problems.add(
          variable.isEmpty()
              ? "'" + key + "' holds ${ENV:}, which names no environment variable"
              : "'"
                  + key
                  + "' names the environment variable '"
                  + variable
                  + "', which is not set");
      unresolved.add(key);
      return "";
    }
    return value;
  }

  /**
   * @return the plugin folder, empty where there is none; one that was named but does not exist, or
   *     has no name at all, is reported with the other problems
   */
  public Optional<Path> pluginFolder() {
    Entry entry = entries.get(RunKeys.PLUGINS);
    if (entry == null) {
      return Optional.of(directory.resolve(RunKeys.DEFAULT_PLUGINS)).filter(Files::isDirectory);
    }
    if (entry.value().isEmpty()) {
      // The empty name would stand for the folder of the properties file itself.
      return Optional.empty();
    }
    try {
      return Optional.of(directory.resolve(entry.value())).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * @return the file that they stand in, if they do
   */
  Optional<Path> file() {
    return file;
  }

  /**
   * @return where relative file names start
   */
  Path directory() {
    return directory;
  }

  Map<String, Entry> entries() {
    return entries;
  }

  /** The keys whose values lack what a reference stands for; their problems are told. */
  Set<String> unresolved() {
    return unresolved;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }
}
