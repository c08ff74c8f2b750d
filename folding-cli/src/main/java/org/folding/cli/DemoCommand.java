package org.folding.cli;

import java.nio.file.Path;
import java.util.Map;
import org.folding.core.config.RunProperties;
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

  private final CantorNetDemo cantorNet;
  private final Runs runs;

  DemoCommand(Console console, CantorNetDemo cantorNet, Runs runs) {
    super(console);
    this.cantorNet = cantorNet;
    this.runs = runs;
  }

  @Override
  void execute() {
    DemoFiles files = new DemoFiles(folder);
    files.requireAbsent();
    cantorNet.print();
    out().println();
    out().println("A network trained to tell two moons apart, along lines between its data");
    out().println();
    files.write();
    runs.execute(RunProperties.read(files.properties(), Map.of()), false, false);
    out().println();
    files.printNextSteps(out());
  }
}
