package org.folding.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folding.api.InvalidInputException;
import picocli.CommandLine.Option;

/** The option {@code -D} of commands that read properties. */
final class Overrides {
  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "Overrides a property of the file; may be given several times.")
  private List<String> overrides = new ArrayList<>();

  /** What was given, in a new map. */
  Map<String, String> toMap() {
    return toMap(overrides, "walk=sampled");
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
