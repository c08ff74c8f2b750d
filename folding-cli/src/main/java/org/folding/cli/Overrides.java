package org.folding.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.core.config.RunProperties;
import picocli.CommandLine.Option;

/** The option {@code -D} of commands that read properties. */
final class Overrides {
  private static final String OUTPUT = "output";

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "Overrides a property of the file; may be given several times.")
  private List<String> overrides = new ArrayList<>();

  /** The properties of a file, overridden by what was given. */
  RunProperties read(Path file) {
    return read(file, Optional.empty());
  }

  /**
   * The properties of a file, overridden by what was given.
   *
   * @param output the folder of the results, if the command has an option of its own for it
   */
  RunProperties read(Path file, Optional<Path> output) {
    Map<String, String> all = toMap(overrides, "walk=sampled");
    output.ifPresent(folder -> all.put(OUTPUT, folder.toAbsolutePath().normalize().toString()));
    return RunProperties.read(
        file, all, key -> key.equals(OUTPUT) && output.isPresent() ? "-o" : "-D " + key);
  }

  /**
   * Splits keys from values.
   *
   * @param settings each KEY=VALUE
   * @param example one that the command takes, for messages
   * @return the values by key, in a new map
   */
  static Map<String, String> toMap(List<String> settings, String example) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw new InvalidInputException(
            "-D " + setting + " is no KEY=VALUE; write for example -D " + example);
      }
      all.put(setting.substring(0, equals).strip(), setting.substring(equals + 1));
    }
    return all;
  }
}
