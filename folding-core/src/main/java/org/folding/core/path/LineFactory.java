package org.folding.core.path;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.api.OptionSpec;
import org.folding.api.Options;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.PathGeneratorFactory;
import org.folding.api.path.Waypoint;

/** Makes straight lines: one between two points, those of a list of pairs, or between classes. */
public final class LineFactory implements PathGeneratorFactory {

  @Override
  public String name() {
    return "line";
  }

  @Override
  public String description() {
    return "Straight lines between two points, listed pairs of rows, or all rows of labelled data.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.optional(
            "from", OptionSpec.Type.VECTOR, "Where the line starts; goes with 'to'."),
        OptionSpec.optional("to", OptionSpec.Type.VECTOR, "Where the line ends; goes with 'from'."),
        OptionSpec.optional(
            "pairs",
            OptionSpec.Type.FILE,
            "A CSV file whose columns 'from' and 'to' hold rows of the data, counted from 0."),
        new OptionSpec(
            "between",
            OptionSpec.Type.CHOICE,
            List.of("classes"),
            Optional.empty(),
            "A line for every ordered pair of rows of the labelled data."),
        OptionSpec.optional(
            "per-class",
            OptionSpec.Type.INTEGER,
            "Takes only the first so many rows of each class; goes with between=classes."),
        OptionSpec.optional(
            "per-pair",
            OptionSpec.Type.INTEGER,
            "Draws so many lines for each ordered pair of classes; goes with between=classes."));
  }

  @Override
  public PathGenerator create(Options options, PathContext context) {
    List<String> ways = new ArrayList<>();
    for (String key : List.of("from", "pairs", "between")) {
      // A line has two ends: either of them asks for this way.
      if (options.has(key) || (key.equals("from") && options.has("to"))) {
        ways.add(key);
      }
    }
    if (ways.size() != 1) {
      throw new InvalidInputException(
          "give exactly one of "
              + options.fullKey("from")
              + " + to, .pairs, .between; given "
              + (ways.isEmpty() ? "is none" : "are " + String.join(" and ", ways)));
    }
    for (String key : List.of("per-class", "per-pair")) {
      if (options.has(key) && !options.has("between")) {
        throw new InvalidInputException(
            "'"
                + options.fullKey(key)
                + "' goes with '"
                + options.fullKey("between")
                + "=classes' only");
      }
    }
    return switch (ways.get(0)) {
      case "from" -> between(options, context.inputWidth());
      case "pairs" -> pairs(options, context);
      default ->
          options.has("per-pair")
              ? DrawnClassPairs.of(options, context)
              : ClassPairs.of(options, context);
    };
  }

  private static PathGenerator between(Options options, int width) {
    for (String key : List.of("from", "to")) {
      if (!options.has(key)) {
        throw new InvalidInputException(
            "'" + options.fullKey(key) + "' is missing: a line needs 'from' and 'to'");
      }
    }
    return new SinglePath(
        new InputPath(List.of(end("from", options, width), end("to", options, width))));
  }

  private static Waypoint end(String key, Options options, int width) {
    double[] point = options.vector(key).orElseThrow();
    Waypoints.requireWidth("'" + options.fullKey(key) + "'", point, width);
    return Waypoint.point(point);
  }

  private static PathGenerator pairs(Options options, PathContext context) {
    Path file = options.file("pairs").orElseThrow();
    return PairsFile.read(file, context.requireData(options.fullKey("pairs")).rows());
  }
}
