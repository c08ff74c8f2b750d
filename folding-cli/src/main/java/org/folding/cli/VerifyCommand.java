package org.folding.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.folding.core.config.RunConfiguration;
import org.folding.core.text.WordChoice;
import org.folding.engine.verify.Verification;
import org.folding.engine.verify.VerifyMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code folding verify}. */
@Command(
    name = "verify",
    description =
        "Proves exact walks: walks some of the paths that a properties file describes and holds"
            + " each walk against an independent computation. Measures and writes nothing.",
    footer = {
      "",
      "midpoints: evaluates the network from scratch in the middle of every region and compares all"
          + " bits. Each region is there, in this order; one that is missing is not seen.",
      "rational: walks again in rational arithmetic, without rounding, and compares every step."
          + " For small networks.",
      "The exit code is 0 only if everything is proven, and 1 if it is not."
    })
final class VerifyCommand extends ConsoleCommand {
  private static final WordChoice<VerifyMode> MODES =
      WordChoice.of(List.of(VerifyMode.values()), VerifyMode::word);

  @Parameters(paramLabel = "FILE.properties", description = "The configuration of a run.")
  private Path file;

  @Mixin private Overrides overrides;

  @Option(
      names = "--paths",
      paramLabel = "N",
      defaultValue = "100",
      showDefaultValue = Visibility.ALWAYS,
      description = "How many of the paths, drawn at random.")
  private int paths;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "42",
      showDefaultValue = Visibility.ALWAYS,
      description = "What the draw depends on.")
  private long seed;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "midpoints or rational; by default walk.verify of the file, else midpoints.")
  private String mode;

  private final Runs runs;

  VerifyCommand(Console console, Runs runs) {
    super(console);
    this.runs = runs;
  }

  @Override
  void execute() {
    NumberRange.require("--paths", paths, 1, Integer.MAX_VALUE);
    Optional<VerifyMode> chosen =
        Optional.ofNullable(mode).map(word -> MODES.choose("--mode", word));
    runs.configure(
        overrides.read(file),
        (run, configuration) -> {
          VerifyMode how = chosen.or(configuration::verify).orElse(VerifyMode.MIDPOINTS);
          Verification found = run.verifySample(how, paths, seed);
          report(found, configuration);
          if (!found.isProven()) {
            throw new NotProvenException();
          }
        });
  }

  private void report(Verification found, RunConfiguration configuration) {
    VerificationText text = new VerificationText(found);
    Table table =
        new Table()
            .add("model", configuration.model().source().text())
            .add(
                "paths",
                found.paths()
                    + " ("
                    + configuration.paths().factory().name()
                    + "), "
                    + (found.paths() < paths ? "all that there are" : "drawn with seed " + seed))
            .add("checked", text.checked());
    text.remarks().forEach(remark -> table.add("", remark));
    table.add("verdict", text.verdict());
    table.print(out());
  }

  /** The verdict, which has been told, is that not everything is proven. */
  static final class NotProvenException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
