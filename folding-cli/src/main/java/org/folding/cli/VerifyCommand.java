package org.folding.cli;

import com.google.inject.Injector;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folding.api.InvalidInputException;
import org.folding.core.config.ConfigurationReader;
import org.folding.core.config.RunConfiguration;
import org.folding.core.config.RunProperties;
import org.folding.core.pipeline.ConfiguredRun;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.plugin.PluginLoader;
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

  VerifyCommand(Console console) {
    super(console);
  }

  @Override
  void execute() {
    if (paths < 1) {
      throw new InvalidInputException("--paths is " + paths + " but must be 1 or more");
    }
    Optional<VerifyMode> chosen = Optional.ofNullable(mode).map(VerifyCommand::parse);
    RunProperties properties = RunProperties.read(file, overrides.toMap());
    try (ComponentRegistry registry = PluginLoader.load(properties.pluginFolder())) {
      RunConfiguration configuration = ConfigurationReader.read(properties, registry);
      Injector injector =
          Wiring.injector(
              new ConsoleModule(console()),
              new ComponentsModule(registry),
              new RunModule(configuration));
      Verification found =
          injector
              .getInstance(ConfiguredRun.class)
              .verifySample(
                  chosen.or(configuration::verify).orElse(VerifyMode.MIDPOINTS), paths, seed);
      report(found, configuration);
      if (!found.isProven()) {
        throw new NotProvenException();
      }
    }
  }

  private static VerifyMode parse(String word) {
    return Arrays.stream(VerifyMode.values())
        .filter(known -> known.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "--mode is '"
                        + word
                        + "' but must be one of "
                        + Arrays.stream(VerifyMode.values())
                            .map(VerifyMode::word)
                            .collect(Collectors.joining(", "))));
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
