package org.folding.core.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.folding.api.InvalidInputException;
import org.folding.api.Options;
import org.folding.api.data.Dataset;
import org.folding.api.metric.MetricFactory;
import org.folding.api.model.Model;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.PathGeneratorFactory;
import org.folding.api.walk.WalkMode;
import org.folding.core.config.MetricChoice;
import org.folding.core.config.PathsChoice;
import org.folding.core.data.RowFit;
import org.folding.core.output.Provenance;
import org.folding.core.plugin.ComponentKind;
import org.folding.core.sink.CheckpointingSink;
import org.folding.core.sink.ResultSink;
import org.folding.core.sink.RunSummary;
import org.folding.core.sink.SearchSink;
import org.folding.core.sink.StatisticsSink;
import org.folding.core.sink.VerificationSink;
import org.folding.core.statistics.StatisticsSettings;
import org.folding.engine.WalkSettings;
import org.folding.engine.verify.Verification;
import org.folding.engine.verify.VerifyMode;

/**
 * Measures how a model folds its input space: the entry point for programs that embed folding.
 * Needed are a model, paths and a metric; the rest has defaults: an exact walk, hidden units, all
 * cores.
 *
 * <pre>{@code
 * List<Double> foldings = new ArrayList<>();
 * try (ComponentRegistry components = PluginLoader.load(Optional.empty());
 *     Model model = Models.load("cantornet:A/3", Path.of(""), components)) {
 *   RunSummary summary =
 *       Folding.of(model)
 *           .paths(
 *               components.pathGenerator("line").factory(),
 *               Map.of("from", "0,0.75", "to", "1,0.75"))
 *           .metric(components.metric("range").factory())
 *           .eachPath(path -> foldings.add(path.metric("range").number("folding")))
 *           .run();
 *   double mean = summary.statistics().of("range", "folding").orElseThrow().mean();
 * }
 * }</pre>
 *
 * <p>An instance describes one run and is used by one thread.
 */
public final class Folding {
  private static final Path WORKING_DIRECTORY = Path.of("");
  private static final long DEFAULT_SEED = 42;

  private final Model model;
  private final List<MetricChoice> metrics = new ArrayList<>();
  private final List<ResultSink> sinks = new ArrayList<>();
  private final List<Consumer<Pipeline>> tasks = new ArrayList<>();
  private Optional<Dataset> data = Optional.empty();
  private PathsChoice choice;
  private PathGenerator generator;
  private WalkSettings walk = WalkSettings.exact(WalkSettings.Count.HIDDEN);
  private Optional<VerifyMode> verify = Optional.empty();
  private StatisticsSettings statistics = StatisticsSettings.DEFAULT;
  private Optional<CheckpointChoice> checkpoint = Optional.empty();
  private int threads = Runtime.getRuntime().availableProcessors();
  private ProgressListener listener = ProgressListener.NONE;
  private Optional<Provenance> provenance = Optional.empty();
  private long startNanos = System.nanoTime();

  private Folding(Model model) {
    this.model = Objects.requireNonNull(model, "model is null");
  }

  /**
   * @param model the model; stays open
   * @return the description of a run
   */
  public static Folding of(Model model) {
    return new Folding(model);
  }

  /**
   * @param dataset the data whose rows paths may name
   * @return this
   * @throws InvalidInputException if rows are no inputs of the model, by width or by shape
   */
  public Folding data(Dataset dataset) {
    RowFit.require(dataset, model);
    data = Optional.of(dataset);
    return this;
  }

  /**
   * @param path the only path to walk
   * @return this
   */
  public Folding path(InputPath path) {
    return paths(new ListedPaths(List.of(path)));
  }

  /**
   * @param paths the paths to walk
   * @return this
   */
  public Folding paths(PathGenerator paths) {
    generator = Objects.requireNonNull(paths, "paths is null");
    choice = null;
    return this;
  }

  /**
   * Has a component make the paths, with the seed 42.
   *
   * @param factory a path generator
   * @param options its options, by key without prefix; relative files start at the working
   *     directory
   * @return this
   * @throws InvalidInputException if an option is wrong
   */
  public Folding paths(PathGeneratorFactory factory, Map<String, String> options) {
    return paths(factory, options, DEFAULT_SEED);
  }

  /**
   * Has a component make the paths.
   *
   * @param factory a path generator
   * @param options its options, by key without prefix; relative files start at the working
   *     directory
   * @param seed what every random choice derives from
   * @return this
   * @throws InvalidInputException if an option is wrong
   */
  public Folding paths(PathGeneratorFactory factory, Map<String, String> options, long seed) {
    String prefix = ComponentKind.PATH_GENERATOR.optionPrefix(factory.name());
    Options values = Options.of(prefix, factory.options(), options, WORKING_DIRECTORY);
    return paths(new PathsChoice(factory, values, seed));
  }

  Folding paths(PathsChoice paths) {
    choice = paths;
    generator = null;
    return this;
  }

  /**
   * @param settings how to walk
   * @return this
   */
  public Folding walk(WalkSettings settings) {
    walk = Objects.requireNonNull(settings, "settings is null");
    return this;
  }

  /**
   * Verifies every walk. A walk that is wrong ends the run with a {@link
   * org.folding.engine.verify.WalkDifferenceException}; what was checked is in the summary.
   *
   * @param mode how
   * @return this
   */
  public Folding verify(VerifyMode mode) {
    verify = Optional.of(mode);
    return this;
  }

  /**
   * @param settings how much statistics may keep, which bounds their memory
   * @return this
   */
  public Folding statistics(StatisticsSettings settings) {
    statistics = Objects.requireNonNull(settings, "settings is null");
    return this;
  }

  /**
   * Adds a metric with its default options.
   *
   * @param factory makes the metric
   * @return this
   */
  public Folding metric(MetricFactory factory) {
    return metric(factory, Map.of());
  }

  /**
   * Adds a metric.
   *
   * @param factory makes the metric
   * @param options its options, by key without prefix
   * @return this
   * @throws InvalidInputException if an option is wrong
   */
  public Folding metric(MetricFactory factory, Map<String, String> options) {
    String prefix = ComponentKind.METRIC.optionPrefix(factory.name());
    return metric(
        new MetricChoice(
            factory, Options.of(prefix, factory.options(), options, WORKING_DIRECTORY)));
  }

  Folding metric(MetricChoice metric) {
    for (MetricChoice other : metrics) {
      if (other.factory().name().equals(metric.factory().name())) {
        throw new InvalidInputException(
            "metric '" + metric.factory().name() + "' is asked for twice");
      }
    }
    metrics.add(metric);
    return this;
  }

  /**
   * @param count the number of worker threads, at least 1; results do not depend on it
   * @return this
   */
  public Folding threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("threads is " + count + " but must be 1 or more");
    }
    threads = count;
    return this;
  }

  /**
   * @param progress is told how far the run has come
   * @return this
   */
  public Folding listener(ProgressListener progress) {
    listener = Objects.requireNonNull(progress, "progress is null");
    return this;
  }

  /**
   * @param consumer gets what was measured on each path, in the order of the paths, from the thread
   *     that calls {@link #run}
   * @return this
   */
  public Folding eachPath(Consumer<PathResult> consumer) {
    return sink(new PathResultSink(consumer));
  }

  /**
   * @param sink gets the results in the order of the paths; closed by the caller
   * @return this
   */
  public Folding sink(ResultSink sink) {
    sinks.add(sink);
    return this;
  }

  /** Adds what is to be done with the pipeline when the run has succeeded. */
  Folding afterwards(Consumer<Pipeline> task) {
    tasks.add(task);
    return this;
  }

  /**
   * Puts the state of the run aside in a file now and then, and goes on from there if the file
   * exists. The numbers are the same to the last bit as without a stop. The file stays when the run
   * has ended; the caller removes it.
   *
   * @param file the checkpoint
   * @param identity what decides over the numbers, as text by name: a run goes on only where it is
   *     the same
   * @param seconds how many seconds lie between two checkpoints
   * @param whenDone whether to make one at the end too, for a run that is a part of more
   * @return this
   */
  public Folding checkpoint(
      Path file, Map<String, String> identity, double seconds, boolean whenDone) {
    checkpoint = Optional.of(new CheckpointChoice(file, identity, seconds, whenDone));
    return this;
  }

  /** Names what the run is made from, and when its making began. */
  Folding provenance(Provenance record, long nanos) {
    provenance = Optional.of(record);
    startNanos = nanos;
    return this;
  }

  /**
   * Walks and measures every path.
   *
   * @return the statistics over all paths
   * @throws InvalidInputException if parts of the run do not fit together
   * @throws RunInterruptedException if the thread is interrupted; its flag stays set
   */
  public RunSummary run() {
    return run(new StatisticsSink(data, statistics));
  }

  /**
   * Walks and measures every path.
   *
   * @param gathered gathers the statistics, with settings of its own; empty so far
   * @return the statistics over all paths
   * @throws InvalidInputException if parts of the run do not fit together
   * @throws RunInterruptedException if the thread is interrupted; its flag stays set
   */
  public RunSummary run(StatisticsSink gathered) {
    List<ResultSink> all = new ArrayList<>(sinks);
    all.add(gathered);
    SearchSink searched = new SearchSink();
    all.add(searched);
    Optional<VerificationSink> verified = verify.map(VerificationSink::new);
    verified.ifPresent(all::add);
    Pipeline pipeline = pipeline();
    Optional<CheckpointingSink> checkpoints = checkpoint.map(choice -> choice.around(all));
    long walkStart = System.nanoTime();
    try {
      pipeline.run(
          checkpoints.map(CheckpointingSink::done).orElse(0L),
          pipeline.count(),
          checkpoints.map(List::<ResultSink>of).orElse(all),
          listener);
    } catch (RunInterruptedException e) {
      throw new RunInterruptedException(e, checkpoints.map(CheckpointingSink::keep).orElse(0L));
    }
    long end = System.nanoTime();
    tasks.forEach(task -> task.accept(pipeline));
    double before = checkpoints.map(CheckpointingSink::secondsBefore).orElse(0.0);
    return new RunSummary(
        model.name(),
        walk,
        walk.mode() == WalkMode.ADAPTIVE ? Optional.of(searched.statistics()) : Optional.empty(),
        pipeline.isRational(),
        pipeline.units(),
        verified.map(VerificationSink::verification),
        gathered.statistics(),
        before + seconds(walkStart, end),
        before + seconds(startNanos, end),
        provenance);
  }

  /**
   * Walks some of the paths and verifies the walks, all of them even where some are wrong. Nothing
   * is measured.
   *
   * @param mode how to verify
   * @param size how many paths, drawn at random, none twice; all where there are no more
   * @param seed what the draw depends on
   * @return what was checked, and what came out
   * @throws InvalidInputException if walks are not exact, or parts do not fit together
   */
  public Verification verifySample(VerifyMode mode, int size, long seed) {
    if (walk.mode() != WalkMode.EXACT) {
      throw new InvalidInputException(
          "only exact walks can be verified, but walk is " + walk.mode().word());
    }
    PathGenerator sample = PathSample.of(generator(), size, seed);
    Pipeline pipeline =
        new Pipeline(model, data, sample, walk, List.of(), Optional.of(mode), true, threads);
    VerificationSink verified = new VerificationSink(mode);
    pipeline.run(0, pipeline.count(), List.of(verified), listener);
    return verified.verification();
  }

  /**
   * Walks and measures a part of the paths. Parts may be done in any order, by any number of
   * processes; their statistics, {@linkplain StatisticsSink#merge merged}, are the same to the last
   * bit as those of one run.
   *
   * @param start the first path of the part
   * @param end the one after its last
   * @return the statistics of the part
   * @throws InvalidInputException if parts of the run do not fit together
   * @throws RunInterruptedException if the thread is interrupted; its flag stays set
   */
  public StatisticsSink part(long start, long end) {
    Pipeline pipeline = pipeline();
    if (start < 0 || end < start || end > pipeline.count()) {
      throw new IllegalArgumentException(
          "paths " + start + " to " + end + " are no part of " + pipeline.count());
    }
    StatisticsSink gathered = new StatisticsSink(data, statistics);
    List<ResultSink> all = new ArrayList<>(sinks);
    all.add(gathered);
    pipeline.run(start, end, all, listener);
    return gathered;
  }

  private Pipeline pipeline() {
    if (metrics.isEmpty()) {
      throw new InvalidInputException("a run needs a metric");
    }
    return new Pipeline(model, data, generator(), walk, metrics, verify, false, threads);
  }

  private PathGenerator generator() {
    if (generator != null) {
      return generator;
    }
    if (choice == null) {
      throw new InvalidInputException("a run needs paths");
    }
    PathContext context = new PathContext(model.inputShape().size(), data, choice.seed());
    return choice.factory().create(choice.options(), context);
  }

  private static double seconds(long from, long to) {
    return (to - from) / 1e9;
  }
}
