package org.folding.core.config;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.folding.api.OptionSpec;
import org.folding.api.walk.WalkMode;
import org.folding.core.statistics.StatisticsSettings;
import org.folding.core.text.WordChoice;
import org.folding.engine.path.SearchLimits;
import org.folding.engine.verify.VerifyMode;

/** The properties of a run that belong to no component. */
public final class RunKeys {
  static final String MODEL = "model";
  static final String MODEL_LOADER = "model.loader";
  static final String DATA = "data";
  static final String DATA_LABELS = "data.labels";
  static final String DATA_LABELS_COLUMN = "data.labels.column";
  static final String DATA_LABELS_MEMBER = "data.labels.member";
  static final String DATA_MEMBER = "data.member";
  static final String DATA_SCALE = "data.scale";
  static final String DATA_MEAN = "data.mean";
  static final String DATA_STD = "data.std";
  static final String PATHS = "paths";
  static final String PATHS_SEED = "paths.seed";
  static final String WALK = "walk";
  static final String WALK_SAMPLES = "walk.samples";
  static final String WALK_EVALUATIONS = "walk.evaluations";
  static final String WALK_RESOLUTION = "walk.resolution";
  static final String WALK_COUNT = "walk.count";
  static final String WALK_VERIFY = "walk.verify";
  static final String METRICS = "metrics";
  static final String STATISTICS_VALUES = "statistics.values";
  static final String STATISTICS_CLASSES = "statistics.classes";
  static final String THREADS = "threads";
  static final String CHECKPOINT_SECONDS = "checkpoint.seconds";
  static final String OUTPUT = "output";
  static final String OUTPUT_FORMATS = "output.formats";
  static final String PLUGINS = "plugins";

  /** What has no effect without data. */
  static final List<String> OF_DATA =
      List.of(
          DATA_MEMBER,
          DATA_LABELS,
          DATA_LABELS_COLUMN,
          DATA_LABELS_MEMBER,
          DATA_SCALE,
          DATA_MEAN,
          DATA_STD);

  static final String AUTO = "auto";
  static final String DEFAULT_PLUGINS = "plugins";
  static final String NO_VERIFICATION = "none";

  static final WordChoice<WalkMode> WALK_MODES =
      WordChoice.of(List.of(WalkMode.values()), WalkMode::word);
  static final WordChoice<VerifyMode> VERIFY_MODES =
      WordChoice.of(List.of(VerifyMode.values()), VerifyMode::word);
  static final WordChoice<OutputFormat> FORMATS =
      WordChoice.of(List.of(OutputFormat.values()), OutputFormat::word);

  private static final List<OptionSpec> ALL =
      List.of(
          OptionSpec.optional(
              MODEL,
              OptionSpec.Type.TEXT,
              "The model: a file, or a name such as cantornet:A/3. Required."),
          OptionSpec.optional(
              MODEL_LOADER,
              OptionSpec.Type.TEXT,
              "The loader of the model; by default chosen by its name."),
          OptionSpec.optional(
              DATA,
              OptionSpec.Type.TEXT,
              "Inputs, one per row: an IDX (also .gz), .npy, .npz or .csv file."),
          OptionSpec.optional(
              DATA_MEMBER, OptionSpec.Type.TEXT, "Which array of an .npz file has the inputs."),
          OptionSpec.optional(
              DATA_LABELS, OptionSpec.Type.TEXT, "The labels of the rows: a file like the data's."),
          OptionSpec.optional(
              DATA_LABELS_COLUMN,
              OptionSpec.Type.TEXT,
              "The column of a .csv data file that holds the labels: its name or number from 0."),
          OptionSpec.optional(
              DATA_LABELS_MEMBER,
              OptionSpec.Type.TEXT,
              "Which array of an .npz file has the labels."),
          OptionSpec.of(
              DATA_SCALE,
              OptionSpec.Type.TEXT,
              AUTO,
              "What values are multiplied by: a number, or auto, which brings bytes to [0,1]."),
          OptionSpec.optional(
              DATA_MEAN,
              OptionSpec.Type.VECTOR,
              "Subtracted after scaling: one number, or one per channel or column."),
          OptionSpec.optional(
              DATA_STD,
              OptionSpec.Type.VECTOR,
              "Divided by after subtracting data.mean: one number, or one per channel or column."),
          OptionSpec.optional(
              PATHS,
              OptionSpec.Type.TEXT,
              "The path generator: line, piecewise, random, or a plugin's."),
          OptionSpec.of(
              PATHS_SEED, OptionSpec.Type.INTEGER, "42", "What every random choice derives from."),
          OptionSpec.choice(
              WALK,
              WALK_MODES.words(),
              "How paths are walked: exact misses no region, sampled looks at equally spaced"
                  + " points, adaptive where flips are likely."),
          OptionSpec.of(
              WALK_SAMPLES,
              OptionSpec.Type.INTEGER,
              "1000",
              "The number of points of a sampled walk, both ends included."),
          OptionSpec.of(
              WALK_EVALUATIONS,
              OptionSpec.Type.INTEGER,
              Integer.toString(SearchLimits.DEFAULT.evaluations()),
              "The most points of a path that an adaptive walk evaluates, both ends included."),
          OptionSpec.of(
              WALK_RESOLUTION,
              OptionSpec.Type.NUMBER,
              Double.toString(SearchLimits.DEFAULT.resolution()),
              "The part of a path below which an adaptive walk tells no flips apart."),
          OptionSpec.of(
              WALK_COUNT,
              OptionSpec.Type.TEXT,
              "hidden",
              "Which units count: hidden, all, readout, projection, layer:NAME or operator:NAME"
                  + " with wildcards * and ? (as a comma in a name is written), and !... for what does"
                  + " not; separated by commas."),
          OptionSpec.choice(
              WALK_VERIFY,
              Stream.concat(Stream.of(NO_VERIFICATION), VERIFY_MODES.words().stream()).toList(),
              "Proves exact walks as they are made: evaluates all regions, or walks without rounding."),
          OptionSpec.of(
              METRICS,
              OptionSpec.Type.TEXT,
              "range,convexity-defect",
              "What is measured: names separated by commas, in the order of the columns."),
          OptionSpec.of(
              STATISTICS_VALUES,
              OptionSpec.Type.INTEGER,
              Integer.toString(StatisticsSettings.DEFAULT.values()),
              "Up to how many distinct values of a column quartiles and medians are exact."),
          OptionSpec.of(
              STATISTICS_CLASSES,
              OptionSpec.Type.INTEGER,
              Integer.toString(StatisticsSettings.DEFAULT.classes()),
              "The greatest number of labels for statistics by pair of classes; 0 makes none."),
          OptionSpec.of(
              THREADS, OptionSpec.Type.INTEGER, "0", "The number of worker threads; 0: all cores."),
          OptionSpec.of(
              CHECKPOINT_SECONDS,
              OptionSpec.Type.NUMBER,
              "60",
              "How often a run keeps what it has done, to go on from if it is stopped; 0: never."),
          OptionSpec.of(
              OUTPUT, OptionSpec.Type.TEXT, "out", "The folder that receives the results."),
          OptionSpec.of(
              OUTPUT_FORMATS,
              OptionSpec.Type.TEXT,
              "csv,json",
              "The files to write: csv, parquet, npz (paths.csv and so on, one row per path), json (summary.json and what"
                  + " reports are made of), html (report.html, with the files of json)."),
          OptionSpec.of(
              PLUGINS,
              OptionSpec.Type.TEXT,
              DEFAULT_PLUGINS,
              "The folder of plugin JARs; the default is used where it exists."));

  /** What may change between two runs that give the same numbers. */
  private static final Set<String> WITHOUT_EFFECT_ON_NUMBERS =
      Set.of(THREADS, CHECKPOINT_SECONDS, OUTPUT, PLUGINS);

  private RunKeys() {}

  /**
   * @param key a property
   * @return whether the numbers of a run, or the files that hold them, depend on it
   */
  public static boolean decidesOverResults(String key) {
    return !WITHOUT_EFFECT_ON_NUMBERS.contains(key);
  }

  /**
   * @return all properties that belong to no component, in the order for help
   */
  public static List<OptionSpec> all() {
    return ALL;
  }

  static List<String> names() {
    return ALL.stream().map(OptionSpec::key).toList();
  }
}
