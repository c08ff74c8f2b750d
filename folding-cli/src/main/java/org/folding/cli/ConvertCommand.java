package org.folding.cli;

import java.nio.file.Path;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Model;
import org.folding.api.network.Network;
import org.folding.cli.ModelOpener.OpenedModel;
import org.folding.core.json.JsonModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code folding convert}. */
@Command(
    name = "convert",
    description = "Writes a piecewise-linear model as folding's own JSON, weights in full.")
final class ConvertCommand extends ConsoleCommand {
  @Mixin private ModelArgument argument;
  @Mixin private PluginFolder plugins;

  @Parameters(index = "1", paramLabel = "OUT.json", description = "The file to write.")
  private Path target;

  @Option(names = "--force", description = "Replaces a file that exists.")
  private boolean force;

  private final ModelOpener models;

  ConvertCommand(Console console, ModelOpener models) {
    super(console);
    this.models = models;
  }

  @Override
  void execute() {
    NewFile file = new NewFile(target, force);
    try (OpenedModel opened = models.open(argument, plugins)) {
      Model model = opened.model();
      model.files().forEach(file::requireNot);
      Network network =
          ModelDescription.of(model)
              .network()
              .orElseThrow(
                  () ->
                      new InvalidInputException(
                          "convert: "
                              + argument.text()
                              + " is not piecewise linear: "
                              + model.outputObstacle().orElse("it has no network")));
      file.write(writer -> JsonModels.write(network, writer));
      out().println(target + " holds " + argument.text());
    }
  }
}
