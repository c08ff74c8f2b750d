package org.folding.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option {@code -D} of commands that load models and read no properties. */
final class LoaderArguments {
  private static final String EXAMPLE = "model.onnx.check=false";

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description =
          "Sets an option of the model's loader as a properties file does, for example "
              + EXAMPLE
              + "; may be given several times.")
  private List<String> settings = new ArrayList<>();

  /** What was given, in a new map. */
  Map<String, String> toMap() {
    return Overrides.toMap(settings, EXAMPLE);
  }
}
