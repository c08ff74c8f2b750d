package org.folding.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.api.Options;
import org.folding.api.data.Dataset;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.model.Model;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;
import org.folding.cli.Inputs.Input;
import org.folding.cli.ModelOpener.OpenedModel;
import org.folding.core.data.ArrayDataset;
import org.folding.core.plugin.ComponentKind;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.statistics.Column;
import org.folding.core.text.WordChoice;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.path.Walker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code folding walk}. */
@Command(
    name = "walk",
    description = "Walks one path and shows where it flips, and how far it gets from its start.",
    footer = {
      "",
      "A flip leads back where it brings a unit into the state that it had at the start."
    })
final class WalkCommand extends ConsoleCommand {
  private static final WordChoice<WalkMode> MODES =
      WordChoice.of(List.of(WalkMode.EXACT, WalkMode.SAMPLED), WalkMode::word);

  private static final int DEFAULT_SAMPLES = 1000;
  private static final List<String> METRICS = List.of("range", "convexity-defect");

  /** The option by which a metric measures each layer, too. */
  private static final String LAYERS = "layers";

  @Mixin private ModelArgument argument;
  @Mixin private DataArguments dataArguments;
  @Mixin private PluginFolder plugins;

  @Option(
      names = "--rows",
      paramLabel = "A,B",
      split = ",",
      description = "Walks from row to row of the data, counted from 0; two or more.")
  private List<Integer> rows = List.of();

  @Option(
      names = "--from",
      paramLabel = "POINT",
      description = "Where a line starts: 0,0.75 or #3.")
  private String from;

  @Option(names = "--to", paramLabel = "POINT", description = "Where it ends.")
  private String to;

  @Option(
      names = "--walk",
      paramLabel = "MODE",
      description = "exact or sampled; by default exact, where the model is piecewise linear.")
  private String mode;

  @Option(
      names = "--samples",
      paramLabel = "NUMBER",
      description = "The number of points of a sampled walk (" + DEFAULT_SAMPLES + ").")
  private Integer samples;

  @Option(
      names = "--count",
      paramLabel = "UNITS",
      defaultValue = "hidden",
      description = "The units that are counted, as walk.count says it (${DEFAULT-VALUE}).")
  private String count;

  @Option(names = "--layers", description = "Shows flips and folding of each layer.")
  private boolean layers;

  @Option(
      names = "--limit",
      paramLabel = "NUMBER",
      defaultValue = "20",
      description = "Lists the first so many flips (${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--csv", description = "Writes all flips as CSV and nothing else.")
  private boolean csv;

  @Option(
      names = "--columns",
      paramLabel = "NUMBER",
      description = "The width of the plot; by default that of the terminal, where it is told.")
  private Integer columns;

  @Option(names = "--ascii", description = "Draws with ASCII characters alone.")
  private boolean ascii;

  private final ModelOpener models;

  WalkCommand(Console console, ModelOpener models) {
    super(console);
    this.models = models;
  }

  @Override
  void execute() {
    NumberRange.require("--limit", limit, 0, Integer.MAX_VALUE);
    WalkSettings.Count counted = new WalkSettings.Count(count, "--count");
    int width = PlotWidth.of(columns);
    try (OpenedModel opened = models.open(argument, plugins)) {
      Model model = opened.model();
      Optional<ArrayDataset> data = dataArguments.read(model);
      List<Input> inputs = inputs(new Inputs(data, model.inputShape().size()));
      Optional<Dataset> dataset = data.map(rowsOfData -> rowsOfData);
      WalkerFactory walkers = new WalkerFactory(model, dataset, settings(model, counted));
      try (Walker walker = walkers.newWalker()) {
        Walk walk = walker.walk(path(inputs));
        if (csv) {
          new FlipTable(walk).printCsv(out());
        } else {
          Map<Column, Double> values = measure(opened.registry(), walk, dataset);
          boolean plain = ascii || !Charset.defaultCharset().newEncoder().canEncode('\u2588');
          WalkReport report = new WalkReport(model, inputs, walk, values);
          report.print(out(), layers, limit, width, plain);
        }
      }
    }
  }

  private List<Input> inputs(Inputs inputs) {
    if (rows.isEmpty() == (from == null && to == null)) {
      throw new InvalidInputException(
          "a path is missing or given twice: give --data FILE --rows A,B, or --from and --to");
    }
    if (!rows.isEmpty()) {
      List<Input> path = inputs.rows("--rows", rows);
      if (path.size() < 2) {
        throw new InvalidInputException("--rows names one row, but a path needs two or more");
      }
      return path;
    }
    if (from == null || to == null) {
      throw new InvalidInputException(
          (from == null ? "--from" : "--to") + " is missing: a line has two ends");
    }
    return List.of(inputs.one("--from", from), inputs.one("--to", to));
  }

  private WalkSettings settings(Model model, WalkSettings.Count counted) {
    boolean linear = model.network().isPresent() && model.obstacles().isEmpty();
    WalkMode wanted =
        mode != null ? MODES.choose("--walk", mode) : linear ? WalkMode.EXACT : WalkMode.SAMPLED;
    if (samples != null && wanted == WalkMode.EXACT) {
      throw new InvalidInputException(
          "--samples has no effect, as the walk is exact; remove it, or add --walk sampled");
    }
    int points = samples == null ? DEFAULT_SAMPLES : samples;
    NumberRange.require("--samples", points, WalkSettings.LEAST_SAMPLES, WalkSettings.MOST_SAMPLES);
    return wanted == WalkMode.EXACT
        ? WalkSettings.exact(counted)
        : WalkSettings.sampled(points, counted);
  }

  private static InputPath path(List<Input> inputs) {
    List<Waypoint> waypoints = new ArrayList<>();
    for (Input input : inputs) {
      waypoints.add(input.row() >= 0 ? Waypoint.row(input.row()) : Waypoint.point(input.values()));
    }
    return new InputPath(waypoints);
  }

  /** What the built-in metrics say, in each layer too where they can. */
  private static Map<Column, Double> measure(
      ComponentRegistry registry, Walk walk, Optional<Dataset> data) {
    MetricContext context = new MetricContext(walk.units(), walk.mode(), data);
    Map<Column, Double> values = new LinkedHashMap<>();
    for (String name : METRICS) {
      MetricFactory factory = registry.metric(name).factory();
      boolean layers = factory.options().stream().anyMatch(option -> option.key().equals(LAYERS));
      Map<String, String> given = layers ? Map.of(LAYERS, "true") : Map.of();
      String prefix = ComponentKind.METRIC.optionPrefix(name);
      Metric metric =
          factory.create(Options.of(prefix, factory.options(), given, Path.of("")), context);
      double[] row = new double[metric.values().size()];
      metric.measure(walk, row, 0);
      for (int i = 0; i < row.length; i++) {
        values.put(new Column(name, metric.values().get(i)), row[i]);
      }
    }
    return values;
  }
}
