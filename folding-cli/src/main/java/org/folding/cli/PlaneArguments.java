package org.folding.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.folding.api.InvalidInputException;
import org.folding.cli.Inputs.Input;
import org.folding.engine.plane.Frame;
import org.folding.engine.plane.Plane;
import org.folding.engine.plane.PlanePoint;
import picocli.CommandLine.Option;

/** Which part of which plane is looked at. */
final class PlaneArguments {
  private static final String FRAME = "--frame";

  @Option(
      names = "--rows",
      paramLabel = "A,B,C",
      split = ",",
      description = "The plane through three rows of the data, counted from 0.")
  private List<Integer> rows = List.of();

  @Option(
      names = "--points",
      paramLabel = "POINTS",
      description =
          "The plane through three inputs, separated by semicolons: '0,0; 1,0; 0,1', or rows of the"
              + " data, '#3; #17; #42'. In an input space of two values any number of points.")
  private String points;

  @Option(
      names = "--origin",
      paramLabel = "POINT",
      description = "The plane through an input, or a row as #3; goes with --directions.")
  private String origin;

  @Option(
      names = "--directions",
      paramLabel = "D; E",
      description = "The two directions of the plane through --origin.")
  private String directions;

  @Option(
      names = FRAME,
      paramLabel = "U,U,V,V",
      description =
          "The part of the plane to look at, in its coordinates: from and to along the first axis,"
              + " from and to along the second. By default what holds the points, and a margin.")
  private String frame;

  @Option(
      names = "--margin",
      paramLabel = "PART",
      defaultValue = "0.15",
      description =
          "How far the frame goes beyond the points, as a part of its size (${DEFAULT-VALUE}).")
  private double margin;

  /**
   * What is looked at.
   *
   * @param plane the plane
   * @param frame the part of it
   * @param points the inputs that span it; in two dimensions those that were named, if any
   */
  record View(Plane plane, Frame frame, List<Input> points) {
    List<PlanePoint> corners() {
      return points.stream().map(point -> plane.project(point.values())).toList();
    }

    String inWords() {
      return points.isEmpty()
          ? "the input space"
          : points.stream().map(Input::name).collect(Collectors.joining(", "));
    }
  }

  View view(Inputs inputs) {
    List<Input> spanning = spanning(inputs);
    boolean flat = inputs.width() == 2;
    if (!(margin >= 0 && margin <= 100)) {
      throw new InvalidInputException("--margin is " + margin + " but must be from 0 to 100");
    }
    if (directions != null) {
      List<double[]> axes = axes(inputs);
      Input start = spanning.get(0);
      Plane plane =
          flat ? Plane.ofTwoInputs() : Plane.along(start.values(), axes.get(0), axes.get(1));
      List<PlanePoint> corners = new ArrayList<>();
      for (int sign : new int[] {-1, 1}) {
        for (double[] axis : axes) {
          double[] corner = start.values().clone();
          for (int i = 0; i < corner.length; i++) {
            corner[i] += sign * axis[i];
          }
          corners.add(plane.project(corner));
        }
      }
      return new View(plane, frame(corners), spanning);
    }
    if (!flat && spanning.size() != 3) {
      throw new InvalidInputException(
          spanning.isEmpty()
              ? "a plane is missing: give three inputs, --data FILE --rows A,B,C or --points; or"
                  + " --origin and --directions"
              : "a plane goes through three inputs, not " + spanning.size());
    }
    Plane plane =
        flat
            ? Plane.ofTwoInputs()
            : Plane.through(
                spanning.get(0).values(), spanning.get(1).values(), spanning.get(2).values());
    List<PlanePoint> corners =
        spanning.stream().map(point -> plane.project(point.values())).toList();
    return new View(plane, frame(corners), spanning);
  }

  private List<Input> spanning(Inputs inputs) {
    int ways = (rows.isEmpty() ? 0 : 1) + (points == null ? 0 : 1) + (origin == null ? 0 : 1);
    if (ways > 1) {
      throw new InvalidInputException("give one of --rows, --points and --origin, not several");
    }
    if ((origin == null) != (directions == null)) {
      throw new InvalidInputException("--origin and --directions go together");
    }
    if (!rows.isEmpty()) {
      return inputs.rows("--rows", rows);
    }
    if (points != null) {
      return inputs.list("--points", points);
    }
    return origin == null ? List.of() : List.of(inputs.one("--origin", origin));
  }

  private List<double[]> axes(Inputs inputs) {
    List<Input> axes = inputs.list("--directions", directions);
    if (axes.size() != 2) {
      throw new InvalidInputException(
          "--directions holds " + axes.size() + ", but a plane has two; separate them by ';'");
    }
    return axes.stream().map(Input::values).toList();
  }

  private Frame frame(List<PlanePoint> corners) {
    if (frame == null) {
      if (corners.stream().distinct().count() < 2) {
        throw new InvalidInputException(
            "there are no points to put a frame around; give "
                + FRAME
                + ", as in "
                + FRAME
                + " 0,1,0,1");
      }
      return Frame.around(corners, margin);
    }
    double[] bounds = Inputs.vector(FRAME, frame);
    if (bounds.length != 4) {
      throw new InvalidInputException(
          FRAME + " has " + bounds.length + " numbers, but a frame has four, as in 0,1,0,1");
    }
    if (!(bounds[0] < bounds[1]) || !(bounds[2] < bounds[3])) {
      throw new InvalidInputException(
          FRAME + " is " + frame + " but goes from the smaller to the larger number on each axis");
    }
    return new Frame(bounds[0], bounds[1], bounds[2], bounds[3]);
  }
}
