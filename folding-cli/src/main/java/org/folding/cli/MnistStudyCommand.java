package org.folding.cli;

import com.google.inject.Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.core.pipeline.ProgressListener;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.study.MnistDownload;
import org.folding.core.study.MnistResults;
import org.folding.core.study.MnistStudy;
import org.folding.core.study.MnistStudySettings;
import org.folding.core.study.PathSelection;
import org.folding.core.study.StudyProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code folding study mnist}. */
@Command(
    name = "mnist",
    description =
        "Measures how networks fold the lines between all ordered pairs of MNIST test images:"
            + " by default on a sample, with confidence intervals.",
    footer = {
      "",
      "A study that was stopped, by whatever means, goes on when the same command is given again.",
      "docs/study-mnist.md tells how networks are trained and how results are read."
    })
final class MnistStudyCommand extends ConsoleCommand {
  private static final String NAME = "mnist";
  private static final Path DEFAULT_MODELS = Path.of("models");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The folder with t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte (or .gz).")
  private Path data;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "The folder of the networks, .onnx files; by default 'models'.")
  private Path models;

  @Option(
      names = "--download",
      description =
          "Fetches MNIST into the folder of --data, from a public mirror, where it is not there.")
  private boolean download;

  @Option(
      names = "--per-class",
      paramLabel = "N",
      description = "Walks between all ordered pairs among the first N images of each digit.")
  private Long perClass;

  @Option(
      names = "--full",
      description = "Walks between all ordered pairs of images: 10^8 for MNIST.")
  private boolean full;

  @Option(
      names = "--per-pair",
      paramLabel = "N",
      description =
          "The size of the sample: lines drawn for each ordered pair of digits; by default 1000.")
  private Long perPair;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "What the sample derives from; by default 42.")
  private long seed;

  @Option(
      names = "--mean",
      paramLabel = "X",
      description = "What the networks want subtracted from pixels in [0,1], as 0.1307.")
  private Double mean;

  @Option(
      names = "--std",
      paramLabel = "X",
      description = "What the networks want pixels divided by after that, as 0.3081.")
  private Double std;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "The number of worker threads; by default one for each core.")
  private int threads;

  @Option(
      names = "--restart",
      description = "Begins anew where a study was stopped, which otherwise goes on from there.")
  private boolean restart;

  @Option(
      names = "--checkpoint-seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "How often to keep what has been done, to go on from; by default 60.")
  private double checkpointSeconds;

  @Mixin private LoaderArguments loaderArguments;
  @Mixin private StudyOutput output;

  private final Registries registries;
  private final Provider<MnistDownload> downloads;
  private final Provider<ProgressListener> progress;
  private final ReportMakers reports;
  private final MnistReport report;

  MnistStudyCommand(
      Console console,
      Registries registries,
      Provider<MnistDownload> downloads,
      Provider<ProgressListener> progress,
      ReportMakers reports,
      MnistReport report) {
    super(console);
    this.registries = registries;
    this.downloads = downloads;
    this.progress = progress;
    this.reports = reports;
    this.report = report;
  }

  @Override
  void execute() {
    MnistStudySettings settings = settings();
    if (download) {
      downloads.get().fetchInto(data);
      if (models == null && !Files.exists(DEFAULT_MODELS)) {
        out().println("MNIST is in " + data + ". Train networks, for example by");
        out().println("  python examples/pytorch/train_mnist.py --data " + data);
        out().println("and measure them by");
        out().println("  folding study mnist --data " + data);
        return;
      }
    }
    try (ComponentRegistry registry = registries.open(Optional.empty())) {
      MnistStudy study = new MnistStudy(settings, registry, new ToConsole(console(), progress));
      MnistResults results = study.execute(reports.all());
      report.print(results);
      out().println("results  " + output.files(NAME));
    }
  }

  private MnistStudySettings settings() {
    NumberRange.require("--threads", threads, 0, Integer.MAX_VALUE);
    if (std != null && std == 0) {
      throw new InvalidInputException("--std is 0, but pixels are divided by it");
    }
    if (!(checkpointSeconds > 0)) {
      throw new InvalidInputException(
          "--checkpoint-seconds is " + checkpointSeconds + " but must be more than 0");
    }
    return new MnistStudySettings(
        data,
        models == null ? DEFAULT_MODELS : models,
        loaderArguments.toMap(),
        paths(),
        mean == null ? List.of() : List.of(mean),
        std == null ? List.of() : List.of(std),
        threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
        output.folder(NAME),
        output.force(),
        restart,
        checkpointSeconds);
  }

  private PathSelection paths() {
    int chosen = (perClass == null ? 0 : 1) + (full ? 1 : 0) + (perPair == null ? 0 : 1);
    if (chosen > 1) {
      throw new InvalidInputException(
          "--per-class, --full and --per-pair exclude each other; give one of them");
    }
    if (full) {
      return new PathSelection(PathSelection.Kind.ALL, 0, seed);
    }
    if (perClass != null) {
      NumberRange.require("--per-class", perClass, 1, Long.MAX_VALUE);
    }
    if (perPair != null) {
      NumberRange.require("--per-pair", perPair, 1, Long.MAX_VALUE);
    }
    return perClass != null
        ? new PathSelection(PathSelection.Kind.FIRST, perClass, seed)
        : new PathSelection(PathSelection.Kind.SAMPLE, perPair == null ? 1000 : perPair, seed);
  }

  /** Names each network before its paths are walked. */
  private static final class ToConsole implements StudyProgress {
    private final Console console;
    private final Provider<ProgressListener> progress;

    ToConsole(Console console, Provider<ProgressListener> progress) {
      this.console = console;
      this.progress = progress;
    }

    @Override
    public void network(String network, int number, int networks) {
      console.err().println(network + " (" + number + " of " + networks + ")");
      console.err().flush();
    }

    @Override
    public ProgressListener paths() {
      return progress.get();
    }
  }
}
