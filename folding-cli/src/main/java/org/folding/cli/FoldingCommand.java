package org.folding.cli;

import java.util.concurrent.Callable;
import org.folding.core.output.Versions;
import org.folding.engine.KernelInfo;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code folding} itself. */
@Command(
    name = "folding",
    description = "Measures how ReLU networks fold their input space.",
    versionProvider = FoldingCommand.Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class FoldingCommand implements Callable<Integer> {
  private static final String VERBOSE = "--verbose";

  @Spec private CommandSpec spec;

  @Option(
      names = VERBOSE,
      description = "With --version: also say which inner loops exact walks run on.")
  @SuppressWarnings("UnusedVariable") // Version looks it up in what was parsed.
  private boolean verbose;

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    throw new ParameterException(
        line, "a command is missing: one of " + String.join(", ", line.getSubcommands().keySet()));
  }

  /** Tells the versions of folding and Java, and if asked the inner loops of walks. */
  static final class Version implements IVersionProvider {
    @Spec private CommandSpec spec;

    @Override
    public String[] getVersion() {
      String java =
          "Java "
              + System.getProperty("java.version")
              + " ("
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + ")";
      String folding = "folding " + Versions.folding();
      ParseResult parsed = spec.commandLine().getParseResult();
      return parsed != null && parsed.hasMatchedOption(VERBOSE)
          ? new String[] {folding, java, "kernels " + KernelInfo.current()}
          : new String[] {folding, java};
    }
  }
}
