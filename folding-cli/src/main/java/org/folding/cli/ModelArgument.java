package org.folding.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.folding.api.model.Model;
import org.folding.core.pipeline.Models;
import org.folding.core.plugin.ComponentRegistry;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The model that a command is about. */
final class ModelArgument {
  private static final String LOADER = "--loader";

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "A model file, or a name such as cantornet:A/3.")
  private String text;

  @Option(
      names = LOADER,
      paramLabel = "NAME",
      description = "The model's loader; by default chosen by the model's name.")
  private String loader;

  @Mixin private LoaderArguments options;

  Model load(ComponentRegistry registry) {
    return Models.load(
        text, Optional.ofNullable(loader), LOADER, options.toMap(), Path.of(""), registry);
  }

  String text() {
    return text;
  }
}
