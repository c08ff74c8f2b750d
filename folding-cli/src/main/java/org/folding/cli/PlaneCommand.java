package org.folding.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Model;
import org.folding.cli.Inputs.Input;
import org.folding.cli.ModelOpener.OpenedModel;
import org.folding.cli.PlaneArguments.View;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.path.Walker;
import org.folding.engine.plane.PlanePoint;
import org.folding.engine.plane.PlaneRegions;
import org.folding.pictures.PictureStyle;
import org.folding.pictures.PlaneScene;
import org.folding.pictures.PlaneScene.MarkedLine;
import org.folding.pictures.PlaneScene.MarkedPoint;
import org.folding.reports.Decimals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code folding plane}. */
@Command(
    name = "plane",
    description =
        "Draws the linear regions on the plane through three inputs, exactly, with the line between"
            + " the inputs and its flips.",
    footer = {
      "",
      "Coordinates in the plane are distances between inputs: the first axis runs from the first"
          + " input to the second, the second axis at right angles to it towards the third. In an"
          + " input space of two values they are these values."
    })
final class PlaneCommand extends ConsoleCommand {
  @Mixin private ModelArgument argument;
  @Mixin private PlaneArguments placement;
  @Mixin private DataArguments dataArguments;
  @Mixin private PictureArguments picture;
  @Mixin private PluginFolder plugins;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "plane.svg",
      showDefaultValue = Visibility.ALWAYS,
      description =
          "A file to write; may be given several times. Pictures end in .svg, .pdf or .png, the"
              + " polygons as data in .json (GeoJSON) or .csv.")
  private List<Path> targets;

  @Option(names = "--force", description = "Replaces files that exist.")
  private boolean force;

  @Option(
      names = "--from",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description =
          "The input whose pattern distances are told to: 1 is the first (${DEFAULT-VALUE}).")
  private int from;

  @Option(
      names = "--line",
      paramLabel = "POINTS",
      description =
          "A line to draw: inputs in the plane, separated by semicolons, as --points takes them;"
              + " may be given several times. By default the line through the inputs of the plane.")
  private List<String> lines = List.of();

  @Option(names = "--no-line", description = "Draws no line.")
  private boolean noLine;

  @Option(
      names = "--count",
      paramLabel = "UNITS",
      defaultValue = "hidden",
      description = "The units that are counted, as walk.count says it (${DEFAULT-VALUE}).")
  private String count;

  @Option(
      names = "--max-regions",
      paramLabel = "NUMBER",
      defaultValue = "1000000",
      description = "Gives up beyond so many regions (${DEFAULT-VALUE}).")
  private int limit;

  private final ModelOpener models;
  private final LongSupplier nanoTime;

  PlaneCommand(Console console, ModelOpener models, LongSupplier nanoTime) {
    super(console);
    this.models = models;
    this.nanoTime = nanoTime;
  }

  @Override
  void execute() {
    PlaneFiles files = new PlaneFiles(targets, force);
    PictureStyle style = picture.style();
    double dpi = picture.dpi();
    WalkSettings.Count counted = new WalkSettings.Count(count, "--count");
    try (OpenedModel opened = models.open(argument, plugins)) {
      Model model = opened.model();
      files.requireNot(model.files());
      files.requireNot(dataArguments.files());
      requirePiecewiseLinear(model);
      Inputs inputs = new Inputs(dataArguments.read(model), model.inputShape().size());
      View view = placement.view(inputs);
      List<List<Input>> drawn = drawn(inputs, view);
      Input reference = reference(view);
      long start = nanoTime.getAsLong();
      PlaneRegions regions =
          PlaneRegions.find(model, counted, view.plane(), view.frame(), reference.values(), limit);
      double seconds = (nanoTime.getAsLong() - start) / 1e9;
      PlaneScene scene = scene(model, counted, view, drawn, regions, reference.name());
      files.write(scene, style, dpi, argument.text());
      report(view, scene, seconds, files);
      if (regions.isCoarse()) {
        warnOfMissingRegions();
      }
    }
  }

  private void warnOfMissingRegions() {
    console()
        .err()
        .println(
            "warning: regions may be missing, as "
                + argument.text()
                + " is so deep and narrow that rounding errors of float64, in which planes are"
                + " computed, may hide them; take a smaller depth, or folding walk, which walks small"
                + " networks of this kind without rounding");
    console().err().flush();
  }

  private void requirePiecewiseLinear(Model model) {
    if (model.network().isEmpty() || model.outputObstacle().isPresent()) {
      throw new InvalidInputException(
          "plane: "
              + argument.text()
              + " is not piecewise linear, so it has no linear regions: "
              + model.outputObstacle().orElse("it has no network"));
    }
  }

  /** The lines to walk and draw. */
  private List<List<Input>> drawn(Inputs inputs, View view) {
    if (noLine) {
      if (!lines.isEmpty()) {
        throw new InvalidInputException("--line and --no-line contradict each other");
      }
      return List.of();
    }
    if (lines.isEmpty()) {
      return view.points().size() > 1 ? List.of(view.points()) : List.of();
    }
    List<List<Input>> drawn = new ArrayList<>();
    for (String line : lines) {
      List<Input> points = inputs.list("--line", line);
      if (points.size() < 2) {
        throw new InvalidInputException(
            "--line is '" + line + "' but a line has two points or more; separate them by ';'");
      }
      for (Input point : points) {
        if (!view.plane().contains(point.values())) {
          throw new InvalidInputException("--line: " + point.name() + " does not lie in the plane");
        }
      }
      drawn.add(points);
    }
    return drawn;
  }

  private Input reference(View view) {
    int points = view.points().size();
    if (points == 0) {
      if (from != 1) {
        throw new InvalidInputException("--from counts the inputs of the plane, but none is named");
      }
      double u = (view.frame().minU() + view.frame().maxU()) / 2;
      double v = (view.frame().minV() + view.frame().maxV()) / 2;
      return new Input("the middle", -1, view.plane().input(u, v));
    }
    if (from < 1 || from > points) {
      throw new InvalidInputException(
          "--from is " + from + " but the inputs of the plane are 1 to " + points);
    }
    return view.points().get(from - 1);
  }

  private PlaneScene scene(
      Model model,
      WalkSettings.Count counted,
      View view,
      List<List<Input>> drawn,
      PlaneRegions regions,
      String reference) {
    List<MarkedPoint> points = new ArrayList<>();
    List<PlanePoint> corners = view.corners();
    for (int i = 0; i < corners.size(); i++) {
      if (view.frame().contains(corners.get(i))) {
        points.add(new MarkedPoint(corners.get(i), view.points().get(i).name()));
      }
    }
    List<MarkedLine> marked = new ArrayList<>();
    WalkerFactory walkers = new WalkerFactory(model, Optional.empty(), WalkSettings.exact(counted));
    try (Walker walker = walkers.newWalker()) {
      PlaneLines walked = new PlaneLines(view.plane(), walker);
      drawn.forEach(line -> marked.add(walked.walk(line)));
    }
    boolean flat = view.plane().width() == 2;
    boolean spanned = !flat && view.points().size() == 3;
    return new PlaneScene(
        regions,
        reference,
        points,
        marked,
        flat
            ? "first value of the input"
            : spanned
                ? "distance from "
                    + view.points().get(0).name()
                    + " towards "
                    + view.points().get(1).name()
                : "distance along the first direction",
        flat
            ? "second value of the input"
            : spanned
                ? "distance towards " + view.points().get(2).name()
                : "distance along the second direction",
        "The "
            + regions.regions().size()
            + " linear regions of "
            + model.name()
            + " on the plane of "
            + view.inWords());
  }

  private void report(View view, PlaneScene scene, double seconds, PlaneFiles files) {
    PlaneRegions regions = scene.regions();
    int found = regions.regions().size();
    String patterns =
        regions.patterns() == found ? "" : ", " + regions.patterns() + " patterns of counted units";
    Table table =
        new Table()
            .add("model", argument.text())
            .add("plane", view.inWords())
            .add("frame", size(view))
            .add("regions", found + patterns + ", found in " + Decimals.duration(seconds))
            .add("counted", regions.units().bits() + " units")
            .add(
                "distance",
                "up to "
                    + regions.regions().stream().mapToInt(r -> r.distance()).max().orElse(0)
                    + " from "
                    + scene.reference());
    for (MarkedLine line : scene.lines()) {
      long back = line.flips().stream().filter(flip -> flip.back()).count();
      table.add(
          "line", line.flips().size() + " steps, " + back + " of them back towards the start");
    }
    table.add("files", files.names()).print(out());
  }

  private static String size(View view) {
    return String.format(Locale.ROOT, "%.4g by %.4g", view.frame().width(), view.frame().height());
  }
}
