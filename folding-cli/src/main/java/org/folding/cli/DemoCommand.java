package org.folding.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.folding.core.config.RunProperties;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.plugin.PluginLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** {@code folding demo}. */
@Command(
    name = "demo",
    description =
        "Measures CantorNet and a small network trained on two moons, and leaves files to start"
            + " from.")
final class DemoCommand extends ConsoleCommand {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "folding-demo",
      showDefaultValue = Visibility.ALWAYS,
      description = "The folder that receives the files.")
  private Path folder;

  DemoCommand(Console console) {
    super(console);
  }

  @Override
  void execute() {
    DemoFiles files = new DemoFiles(folder);
    files.requireAbsent();
    try (ComponentRegistry registry = PluginLoader.load(Optional.empty())) {
      new CantorNetDemo(registry).print(out());
    }
    out().println();
    out().println("A network trained to tell two moons apart, along lines between its data");
    out().println();
    files.write();
    Runs.execute(RunProperties.read(files.properties(), Map.of()), false, false, console());
    out().println();
    files.printNextSteps(out());
  }
}
