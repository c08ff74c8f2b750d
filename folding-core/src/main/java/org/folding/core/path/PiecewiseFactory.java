package org.folding.core.path;

import java.util.ArrayList;
import java.util.List;
import org.folding.api.InvalidInputException;
import org.folding.api.OptionSpec;
import org.folding.api.Options;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.PathGeneratorFactory;
import org.folding.api.path.Waypoint;

/** Makes one polyline through given waypoints. */
public final class PiecewiseFactory implements PathGeneratorFactory {
  private static final String WAYPOINTS = "waypoints";

  @Override
  public String name() {
    return "piecewise";
  }

  @Override
  public String description() {
    return "One polyline through given points or rows of the data.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.optional(
            WAYPOINTS,
            OptionSpec.Type.TEXT,
            "Two waypoints or more, separated by semicolons: vectors as 0,0; 1,0; 1,1 or rows of"
                + " the data as #3; #17; #3."));
  }

  @Override
  public PathGenerator create(Options options, PathContext context) {
    String key = options.fullKey(WAYPOINTS);
    String[] parts = options.requiredText(WAYPOINTS).split(";", -1);
    List<Waypoint> waypoints = new ArrayList<>();
    for (String part : parts) {
      waypoints.add(Waypoints.parse(part.strip(), key, waypoints.size() + 1, context));
    }
    if (waypoints.size() < 2) {
      throw new InvalidInputException(
          "'" + key + "' has one waypoint but a path needs two, separated by semicolons");
    }
    return new SinglePath(new InputPath(waypoints));
  }
}
