package org.folding.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code folding run}. */
@Command(
    name = "run",
    description = "Measures what a properties file describes and writes the results.",
    footer = {
      "",
      "Relative file names, also those given with -D, start at the folder of the properties file,"
          + " that of -o at the working directory.",
      "'folding help properties' lists the properties."
    })
final class RunCommand extends ConsoleCommand {
  @Parameters(paramLabel = "FILE.properties", description = "The configuration.")
  private Path file;

  @Mixin private Overrides overrides;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "The folder that receives the results, in place of 'output'.")
  private Path output;

  @Option(names = "--force", description = "Replaces the results of an earlier run.")
  private boolean force;

  @Option(
      names = "--restart",
      description = "Begins anew where a run was stopped, which otherwise goes on from there.")
  private boolean restart;

  private final Runs runs;

  RunCommand(Console console, Runs runs) {
    super(console);
    this.runs = runs;
  }

  @Override
  void execute() {
    if (output != null && output.toString().isEmpty()) {
      throw new InvalidInputException("-o is empty; name a folder for the results");
    }
    runs.execute(overrides.read(file, Optional.ofNullable(output)), force, restart);
  }
}
