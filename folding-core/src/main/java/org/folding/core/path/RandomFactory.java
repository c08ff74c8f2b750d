package org.folding.core.path;

import java.util.List;
import java.util.Set;
import org.folding.api.InvalidInputException;
import org.folding.api.OptionSpec;
import org.folding.api.Options;
import org.folding.api.data.Dataset;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.PathGeneratorFactory;

/** Makes random straight lines: in a box, between rows of the data, or chords of a sphere. */
public final class RandomFactory implements PathGeneratorFactory {

  @Override
  public String name() {
    return "random";
  }

  @Override
  public String description() {
    return "Random straight lines in a box, between rows of the data, or chords of a sphere.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.of("count", OptionSpec.Type.INTEGER, "1000", "How many paths."),
        OptionSpec.choice(
            "in",
            List.of("box", "data", "sphere"),
            "Ends uniform in a box, two distinct rows of the data, or ends uniform on a sphere."),
        OptionSpec.optional(
            "low", OptionSpec.Type.NUMBER, "The lower bound of the box on every axis, else 0."),
        OptionSpec.optional(
            "high", OptionSpec.Type.NUMBER, "The upper bound of the box on every axis, else 1."),
        OptionSpec.optional("radius", OptionSpec.Type.NUMBER, "The radius of the sphere, else 1."),
        OptionSpec.optional(
            "center", OptionSpec.Type.VECTOR, "The center of the sphere, else the origin."));
  }

  @Override
  public PathGenerator create(Options options, PathContext context) {
    long count = options.integer("count", 1, Long.MAX_VALUE);
    String in = options.requiredText("in");
    switch (in) {
      case "box" -> {
        refuse(options, in, Set.of("radius", "center"));
        return new RandomPaths(count, context.seed(), box(options, context.inputWidth()));
      }
      case "sphere" -> {
        refuse(options, in, Set.of("low", "high"));
        return new RandomPaths(count, context.seed(), sphere(options, context.inputWidth()));
      }
      default -> {
        refuse(options, in, Set.of("low", "high", "radius", "center"));
        Dataset data = context.requireData(options.fullKey("in"));
        if (data.rows() < 2) {
          throw new InvalidInputException(
              "'" + options.fullKey("in") + "=data' needs two rows but the data are " + data);
        }
        return new RandomPaths(count, context.seed(), new RandomPaths.Rows(data.rows()));
      }
    }
  }

  /** An option that would have no effect was meant for something else. */
  private static void refuse(Options options, String in, Set<String> foreign) {
    for (OptionSpec spec : new RandomFactory().options()) {
      if (foreign.contains(spec.key()) && options.has(spec.key())) {
        throw new InvalidInputException(
            "'"
                + options.fullKey(spec.key())
                + "' has no effect with '"
                + options.fullKey("in")
                + "="
                + in
                + "'");
      }
    }
  }

  private static RandomPaths.Box box(Options options, int width) {
    double low = options.number("low").orElse(0);
    double high = options.number("high").orElse(1);
    if (low >= high || Double.isInfinite(high - low)) {
      throw new InvalidInputException(
          "'"
              + options.fullKey("low")
              + "' is "
              + low
              + " and 'high' is "
              + high
              + " but low must be less than high, and their difference finite");
    }
    return new RandomPaths.Box(width, low, high);
  }

  private static RandomPaths.Sphere sphere(Options options, int width) {
    double radius = options.number("radius").orElse(1);
    if (radius <= 0) {
      throw new InvalidInputException(
          "'" + options.fullKey("radius") + "' is " + radius + " but must be greater than 0");
    }
    double[] center = options.vector("center").orElseGet(() -> new double[width]);
    Waypoints.requireWidth("'" + options.fullKey("center") + "'", center, width);
    for (double coordinate : center) {
      if (Double.isInfinite(Math.abs(coordinate) + radius)) {
        throw new InvalidInputException(
            "'"
                + options.fullKey("radius")
                + "' is too large: points on the sphere overflow float64");
      }
    }
    return new RandomPaths.Sphere(center, radius);
  }
}
