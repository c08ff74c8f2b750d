package org.folding.core.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.folding.api.InvalidInputException;
import org.folding.api.Problem;
import org.folding.api.data.Dataset;
import org.folding.api.model.Model;
import org.folding.api.walk.CountedUnits;
import org.folding.core.data.ArrayDataset;
import org.folding.core.data.DataFiles;
import org.folding.core.data.DataOptions;
import org.folding.core.output.FileHash;
import org.folding.core.output.OutputFolder;
import org.folding.core.output.Versions;
import org.folding.core.pipeline.Folding;
import org.folding.core.pipeline.Models;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.sink.Distributions;
import org.folding.core.sink.FoldedPaths;
import org.folding.core.sink.FoldingHistogram;
import org.folding.core.sink.RunSummary;
import org.folding.core.sink.StatisticsSink;
import org.folding.core.statistics.Column;
import org.folding.core.statistics.ColumnStatistics;
import org.folding.core.statistics.StatisticsSettings;

/**
 * The study of "On Space Folds of ReLU Neural Networks" (TMLR 2025, arXiv 2502.09954): how much
 * networks fold the lines between all ordered pairs of images of a test set. Walks are exact, the
 * units of hidden layers are counted.
 *
 * <p>Each network has a checkpoint, so that a study that is stopped goes on where it was.
 */
public final class MnistStudy {
  private static final int MOST_FOLDED = 10;
  private static final String RANGE = "range";

  private final MnistStudySettings settings;
  private final ComponentRegistry registry;
  private final StudyProgress progress;

  /**
   * @param settings what to do
   * @param registry where the loaders of models, the lines and the metric come from
   * @param progress is told how far the study has come
   */
  public MnistStudy(
      MnistStudySettings settings, ComponentRegistry registry, StudyProgress progress) {
    this.settings = settings;
    this.registry = registry;
    this.progress = progress;
  }

  /**
   * Measures every network and writes {@code study.json}, {@code networks.csv} and a report: all
   * or, if anything fails, none.
   *
   * @param report writes the report, made of the files that are written by then
   * @return what was found
   * @throws InvalidInputException if files are missing or do not fit together, which is told before
   *     anything is computed; or if the folder holds other results
   */
  public MnistResults execute(Consumer<OutputFolder> report) {
    Instant started = Instant.now();
    List<NetworkFile> networks = NetworkFile.in(settings.models());
    MnistFiles files = MnistFiles.testSet(settings.data());
    try (OutputFolder folder = OutputFolder.open(settings.output(), settings.force())) {
      if (settings.restart()) {
        folder.startAnew();
      }
      ArrayDataset data =
          DataFiles.read(
              files.images(),
              DataOptions.DEFAULTS
                  .withLabels(files.labels())
                  .withNormalization(settings.mean(), settings.std()));
      requireFit(networks, data);
      refuseOthers(networks, folder);
      List<FileHash> hashes = List.of(FileHash.of(files.images()), FileHash.of(files.labels()));
      List<NetworkResult> results = new ArrayList<>();
      for (NetworkFile network : networks) {
        progress.network(network.name(), results.size() + 1, networks.size());
        results.add(measure(network, data, hashes, folder));
      }
      MnistResults found = new MnistResults(settings, started, hashes, data.rows(), results);
      found.write(folder, data);
      report.accept(folder);
      folder.commit();
      return found;
    }
  }

  /** What a run has left that was stopped is no study. */
  private static void refuseOthers(List<NetworkFile> networks, OutputFolder folder) {
    List<Path> checkpoints =
        networks.stream().map(network -> folder.checkpoint(network.name())).toList();
    if (checkpoints.stream().noneMatch(Files::exists)) {
      folder.requireStopped(checkpoints.get(0));
    }
  }

  /** Tells of every network that the study would come to a halt at, before hours have passed. */
  private void requireFit(List<NetworkFile> networks, Dataset data) {
    // What is wrong with options is so for every network.
    Set<Problem> problems = new LinkedHashSet<>();
    for (NetworkFile network : networks) {
      try (Model model = load(network)) {
        folding(model, data);
        if (model.network().isEmpty() || !model.obstacles().isEmpty()) {
          problems.add(
              Problem.of(
                  network.file()
                      + " cannot be walked exactly: "
                      + String.join("; ", model.obstacles())));
        }
      } catch (InvalidInputException e) {
        problems.addAll(e.details());
      }
    }
    if (!problems.isEmpty()) {
      throw InvalidInputException.of(List.copyOf(problems));
    }
  }

  private Model load(NetworkFile network) {
    return Models.load(
        network.file().toAbsolutePath().toString(),
        Optional.empty(),
        "the loader",
        settings.loaderOptions(),
        Path.of("").toAbsolutePath(),
        registry);
  }

  private Folding folding(Model model, Dataset data) {
    return Folding.of(model)
        .data(data)
        .paths(
            registry.pathGenerator("line").factory(),
            settings.paths().options(),
            settings.paths().seed())
        .metric(registry.metric(RANGE).factory(), Map.of("layers", "true"))
        .threads(settings.threads());
  }

  private NetworkResult measure(
      NetworkFile network, Dataset data, List<FileHash> dataFiles, OutputFolder folder) {
    FileHash file = FileHash.of(network.file());
    StatisticsSink gathered = new StatisticsSink(Optional.of(data), StatisticsSettings.DEFAULT);
    FoldedPaths folded = new FoldedPaths(MOST_FOLDED);
    // Without the data, so not by pair of classes: that would be megabytes for each network.
    Distributions distributions = new Distributions(Optional.empty(), StatisticsSettings.DEFAULT);
    try (Model model = load(network)) {
      OptionalDouble accuracy =
          model.outputObstacle().isPresent()
              ? OptionalDouble.empty()
              : TestAccuracy.of(model.network().orElseThrow(), data, settings.threads());
      RunSummary summary =
          folding(model, data)
              .sink(folded)
              .sink(distributions)
              .listener(progress.paths())
              .checkpoint(
                  folder.checkpoint(network.name()),
                  identity(network, file, dataFiles),
                  settings.checkpointSeconds(),
                  true)
              .run(gathered);
      return result(network, file, accuracy, summary, gathered, distributions.all(), folded, data);
    }
  }

  private Map<String, String> identity(
      NetworkFile network, FileHash file, List<FileHash> dataFiles) {
    Map<String, String> identity = new LinkedHashMap<>();
    PathSelection paths = settings.paths();
    identity.put("the choice of paths", paths.kind().word());
    identity.put("their number", Long.toString(paths.number()));
    identity.put("the seed", paths.sampled() ? Long.toString(paths.seed()) : "");
    identity.put("the mean", settings.mean().toString());
    identity.put("the standard deviation", settings.std().toString());
    new TreeMap<>(settings.loaderOptions())
        .forEach((key, value) -> identity.put("the option " + key, value));
    identity.put("the SHA-256 of " + network.name(), file.sha256());
    identity.put("the SHA-256 of the images", dataFiles.get(0).sha256());
    identity.put("the SHA-256 of the labels", dataFiles.get(1).sha256());
    identity.put("the version of folding", Versions.folding());
    return identity;
  }

  private NetworkResult result(
      NetworkFile network,
      FileHash file,
      OptionalDouble accuracy,
      RunSummary summary,
      StatisticsSink gathered,
      List<FoldingHistogram> distribution,
      FoldedPaths folded,
      Dataset data) {
    FoldingGroups groups = new FoldingGroups(gathered, settings.paths().sampled(), data);
    List<Column> columns = gathered.columns();
    Column headline = Column.headline(columns).orElseThrow();
    int folding = columns.indexOf(headline);
    CountedUnits units = summary.units();
    return new NetworkResult(
        network.name(),
        network.family(),
        network.epoch(),
        file,
        units.layers(),
        accuracy,
        groups.all(folding, summary.statistics().columns().get(folding).statistics()),
        groups.of(folding, pair -> pair.from() == pair.to()),
        groups.of(folding, pair -> pair.from() != pair.to()),
        ofLayers(column -> column.isLayerOf(headline), units, groups, summary),
        ofLayers(column -> !column.isLayerOf(headline), units, groups, summary),
        groups.byPair(folding),
        summary.statistics().medianOfMaxima(headline),
        distribution,
        folded.paths(),
        summary.walkSeconds());
  }

  /** What columns of single layers come to, in the order of the layers. */
  private static List<Measures> ofLayers(
      Predicate<Column> wanted, CountedUnits units, FoldingGroups groups, RunSummary summary) {
    List<Measures> measures = new ArrayList<>();
    List<ColumnStatistics> columns = summary.statistics().columns();
    for (String layer : units.layerNames()) {
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.get(i).column();
        boolean here = column.value().part().filter(part -> part.layer().equals(layer)).isPresent();
        if (here && wanted.test(column)) {
          measures.add(groups.all(i, columns.get(i).statistics()));
        }
      }
    }
    return measures;
  }
}
