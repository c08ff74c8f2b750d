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
    Map<String, String> all = new LinkedHashMap<>();
    for (String override : overrides) {
      int equals = override.indexOf('=');
      if (equals < 1) {
        throw new InvalidInputException(
            "-D " + override + " is no KEY=VALUE; write for example -D walk=sampled");
      }
      all.put(override.substring(0, equals).strip(), override.substring(equals + 1));
    }
    return all;
  }
}
