package org.folding.cli;

import java.util.concurrent.Callable;
import org.folding.core.output.Versions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code folding} itself. */
@Command(
    name = "folding",
    description = "Measures how ReLU networks fold their input space.",
    versionProvider = FoldingCommand.Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class FoldingCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    throw new ParameterException(
        line, "a command is missing: one of " + String.join(", ", line.getSubcommands().keySet()));
  }

  /** Tells the versions of folding and Java. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "folding " + Versions.folding(),
        "Java "
            + System.getProperty("java.version")
            + " ("
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ")"
      };
    }
  }
}
