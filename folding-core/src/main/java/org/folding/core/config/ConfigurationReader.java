package org.folding.core.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.folding.api.InvalidInputException;
import org.folding.api.Options;
import org.folding.api.metric.MetricFactory;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.path.PathGeneratorFactory;
import org.folding.api.walk.WalkMode;
import org.folding.core.data.DataOptions;
import org.folding.core.plugin.ComponentKind;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.statistics.StatisticsSettings;
import org.folding.core.text.LargeNumber;
import org.folding.core.text.WordChoice;
import org.folding.engine.WalkSettings;
import org.folding.engine.path.SearchLimits;
import org.folding.engine.verify.VerifyMode;

/**
 * Makes a configuration from properties. Goes on after a problem, so that all of them are told at
 * once; what depends on something broken is not complained about.
 */
public final class ConfigurationReader {
  private final RunProperties properties;
  private final ComponentRegistry registry;
  private final ConfigurationProblems problems = new ConfigurationProblems();
  private final GeneralOptions general;
  private final ComponentOptions components;

  private ConfigurationReader(RunProperties properties, ComponentRegistry registry) {
    this.properties = properties;
    this.registry = registry;
    properties.problems().forEach(problems::add);
    this.general = new GeneralOptions(properties, problems);
    this.components = new ComponentOptions(properties, registry, problems);
  }

  /**
   * @param properties the properties of a run
   * @param registry the components that exist
   * @return the configuration
   * @throws InvalidInputException with every problem
   */
  public static RunConfiguration read(RunProperties properties, ComponentRegistry registry) {
    return new ConfigurationReader(properties, registry).read();
  }

  private RunConfiguration read() {
    Optional<ModelChoice> model = model();
    Optional<DataChoice> data = data();
    Optional<PathsChoice> paths = paths();
    Optional<WalkSettings> walk = walk();
    Optional<VerifyMode> verify = verify();
    List<MetricChoice> metrics = metrics();
    StatisticsSettings statistics = statistics();
    int threads = threads();
    double checkpointSeconds = checkpointSeconds();
    Optional<Set<OutputFormat>> formats = formats();
    plugins();
    components.reportOthers();
    problems.throwIfAny();
    Map<String, String> effective = new LinkedHashMap<>(general.effective());
    effective.putAll(components.effective());
    return new RunConfiguration(
        model.orElseThrow(),
        data,
        paths.orElseThrow(),
        walk.orElseThrow(),
        verify,
        metrics,
        statistics,
        threads,
        new OutputChoice(general.path(RunKeys.OUTPUT), formats.orElseThrow(), checkpointSeconds),
        files(model.get(), data),
        effective);
  }

  private List<Path> files(ModelChoice model, Optional<DataChoice> data) {
    List<Path> files = new ArrayList<>(components.files());
    properties.file().ifPresent(files::add);
    ModelLoaders.file(model.source()).ifPresent(files::add);
    if (data.isPresent()) {
      files.add(data.get().file());
      data.get().options().labels().ifPresent(files::add);
    }
    return files;
  }

  private Optional<ModelChoice> model() {
    Optional<String> text = general.text(RunKeys.MODEL);
    Optional<String> name = general.text(RunKeys.MODEL_LOADER);
    if (text.isEmpty()) {
      requireGiven(RunKeys.MODEL, "name a model file, or for example cantornet:A/3");
      components.ignore(ComponentKind.MODEL_LOADER);
      return Optional.empty();
    }
    ModelSource source = new ModelSource(text.get(), properties.directory());
    Optional<ModelLoaderFactory> loader =
        problems.collect(() -> ModelLoaders.choose(source, name, RunKeys.MODEL_LOADER, registry));
    boolean present =
        problems
            .collect(() -> ModelLoaders.requireFile(source, general.origin(RunKeys.MODEL)))
            .isPresent();
    if (loader.isEmpty()) {
      components.ignore(ComponentKind.MODEL_LOADER);
      return Optional.empty();
    }
    Optional<Options> options = components.select(ComponentKind.MODEL_LOADER, loader.get());
    return present
        ? options.map(values -> new ModelChoice(loader.get(), values, source))
        : Optional.empty();
  }

  private Optional<DataChoice> data() {
    if (!general.given(RunKeys.DATA)) {
      for (String key : RunKeys.OF_DATA) {
        if (general.given(key)) {
          problems.add("'" + key + "' has no effect without 'data'; set 'data' or remove it");
        }
      }
      return Optional.empty();
    }
    Optional<Path> file = general.file(RunKeys.DATA);
    List<Double> std = general.vector(RunKeys.DATA_STD);
    if (std.contains(0.0)) {
      problems.add("'data.std' holds 0, but values are divided by it");
    }
    DataOptions options =
        new DataOptions(
            scale(),
            general.vector(RunKeys.DATA_MEAN),
            std,
            general.file(RunKeys.DATA_LABELS),
            general.text(RunKeys.DATA_LABELS_COLUMN),
            general.text(RunKeys.DATA_MEMBER),
            general.text(RunKeys.DATA_LABELS_MEMBER));
    return file.map(inputs -> new DataChoice(inputs, options));
  }

  private OptionalDouble scale() {
    String text = general.requiredText(RunKeys.DATA_SCALE);
    if (text.equals(RunKeys.AUTO)) {
      return OptionalDouble.empty();
    }
    try {
      double scale = Double.parseDouble(text);
      if (Double.isFinite(scale) && scale != 0) {
        return OptionalDouble.of(scale);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    problems.add(
        "'data.scale' is '"
            + text
            + "'"
            + (LargeNumber.isIn(text)
                ? ", " + LargeNumber.WORDS
                : " but must be auto or a number other than 0"));
    return OptionalDouble.empty();
  }

  private Optional<PathsChoice> paths() {
    Optional<String> name = general.text(RunKeys.PATHS);
    if (name.isEmpty()) {
      requireGiven(RunKeys.PATHS, "name a path generator, for example line or random");
      components.ignore(ComponentKind.PATH_GENERATOR);
      return Optional.empty();
    }
    Optional<PathGeneratorFactory> factory =
        problems.collect(() -> registry.pathGenerator(name.get()).factory());
    if (factory.isEmpty()) {
      components.ignore(ComponentKind.PATH_GENERATOR, name.get());
      components.ignore(ComponentKind.PATH_GENERATOR);
      return Optional.empty();
    }
    long seed = general.integer(RunKeys.PATHS_SEED, Long.MIN_VALUE, Long.MAX_VALUE);
    return components
        .select(ComponentKind.PATH_GENERATOR, factory.get())
        .map(options -> new PathsChoice(factory.get(), options, seed));
  }

  private Optional<WalkSettings> walk() {
    long samples =
        general.integer(
            RunKeys.WALK_SAMPLES, WalkSettings.LEAST_SAMPLES, WalkSettings.MOST_SAMPLES);
    SearchLimits limits = searchLimits();
    WalkMode mode = general.choice(RunKeys.WALK, RunKeys.WALK_MODES);
    Optional<WalkSettings.Count> selection =
        problems.collect(() -> new WalkSettings.Count(general.requiredText(RunKeys.WALK_COUNT)));
    return selection.map(
        count ->
            switch (mode) {
              case EXACT -> WalkSettings.exact(count);
              case SAMPLED -> WalkSettings.sampled((int) samples, count);
              case ADAPTIVE -> WalkSettings.adaptive(limits, count);
            });
  }

  private SearchLimits searchLimits() {
    return new SearchLimits(
        (int)
            general.integer(
                RunKeys.WALK_EVALUATIONS,
                SearchLimits.LEAST_EVALUATIONS,
                SearchLimits.MOST_EVALUATIONS),
        general.number(
            RunKeys.WALK_RESOLUTION,
            SearchLimits.LEAST_RESOLUTION,
            SearchLimits.GREATEST_RESOLUTION));
  }

  private Optional<VerifyMode> verify() {
    String word = general.requiredText(RunKeys.WALK_VERIFY);
    if (word.equals(RunKeys.NO_VERIFICATION)) {
      return Optional.empty();
    }
    WalkMode walk = general.choice(RunKeys.WALK, RunKeys.WALK_MODES);
    if (walk != WalkMode.EXACT) {
      problems.add(
          "'walk.verify' is '"
              + word
              + "', but only exact walks can be verified and 'walk' is '"
              + walk.word()
              + "'; set walk=exact or remove walk.verify");
    }
    return Optional.of(general.choice(RunKeys.WALK_VERIFY, RunKeys.VERIFY_MODES));
  }

  private List<MetricChoice> metrics() {
    List<MetricChoice> metrics = new ArrayList<>();
    for (String name : list(RunKeys.METRICS)) {
      Optional<MetricFactory> factory = problems.collect(() -> registry.metric(name).factory());
      if (factory.isEmpty()) {
        components.ignore(ComponentKind.METRIC, name);
        components.ignore(ComponentKind.METRIC);
        continue;
      }
      components
          .select(ComponentKind.METRIC, factory.get())
          .ifPresent(options -> metrics.add(new MetricChoice(factory.get(), options)));
    }
    return metrics;
  }

  /** Says that a value is missing, unless it is there but wrong, which is told already. */
  private void requireGiven(String key, String advice) {
    if (!general.given(key)) {
      problems.add("'" + key + "' is missing: " + advice);
    }
  }

  private StatisticsSettings statistics() {
    return new StatisticsSettings(
        (int)
            general.integer(
                RunKeys.STATISTICS_VALUES,
                StatisticsSettings.LEAST_VALUES,
                StatisticsSettings.MOST_VALUES),
        (int) general.integer(RunKeys.STATISTICS_CLASSES, 0, StatisticsSettings.MOST_CLASSES));
  }

  private int threads() {
    int threads = (int) general.integer(RunKeys.THREADS, 0, 4096);
    return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
  }

  private double checkpointSeconds() {
    double seconds = general.number(RunKeys.CHECKPOINT_SECONDS);
    if (seconds < 0) {
      problems.add(
          "'checkpoint.seconds' is " + seconds + " but must be 0, which keeps nothing, or more");
    }
    return seconds;
  }

  private Optional<Set<OutputFormat>> formats() {
    Set<OutputFormat> formats = EnumSet.noneOf(OutputFormat.class);
    for (String word : list(RunKeys.OUTPUT_FORMATS)) {
      List<String> words = RunKeys.FORMATS.words();
      if (words.contains(word)) {
        RunKeys.FORMATS.find(word).ifPresent(formats::add);
      } else {
        problems.add(
            "'output.formats' holds '"
                + word
                + "', which is no format; known: "
                + String.join(", ", words)
                + WordChoice.suggestion(word, words));
      }
    }
    return formats.isEmpty() ? Optional.empty() : Optional.of(formats);
  }

  private void plugins() {
    boolean named = general.given(RunKeys.PLUGINS) && !general.isEmpty(RunKeys.PLUGINS);
    if (named && properties.pluginFolder().isEmpty()) {
      problems.add(
          "plugins: folder "
              + general.path(RunKeys.PLUGINS)
              + " does not exist (from "
              + general.origin(RunKeys.PLUGINS)
              + ")");
    }
  }

  /** Words separated by commas, none twice. */
  private List<String> list(String key) {
    Set<String> words = new LinkedHashSet<>();
    for (String part : general.requiredText(key).split(",", -1)) {
      String word = part.strip();
      if (word.isEmpty()) {
        problems.add("'" + key + "' has an empty entry between commas; remove it");
      } else if (!words.add(word)) {
        problems.add("'" + key + "' names '" + word + "' twice");
      }
    }
    return List.copyOf(words);
  }
}
