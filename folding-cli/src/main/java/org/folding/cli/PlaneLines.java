package org.folding.cli;

import java.util.ArrayList;
import java.util.List;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.Walk;
import org.folding.cli.Inputs.Input;
import org.folding.engine.path.Walker;
import org.folding.engine.plane.Plane;
import org.folding.engine.plane.PlanePoint;
import org.folding.pictures.PlaneScene.MarkedFlip;
import org.folding.pictures.PlaneScene.MarkedLine;

/** Walks lines in a plane, for a picture of it. */
final class PlaneLines {
  private final Plane plane;
  private final Walker walker;

  PlaneLines(Plane plane, Walker walker) {
    this.plane = plane;
    this.walker = walker;
  }

  MarkedLine walk(List<Input> inputs) {
    List<Waypoint> waypoints = new ArrayList<>();
    inputs.forEach(input -> waypoints.add(Waypoint.point(input.values())));
    Walk walk = walker.walk(new InputPath(waypoints));
    List<PlanePoint> corners = inputs.stream().map(i -> plane.project(i.values())).toList();
    return new MarkedLine(corners, flips(walk, corners));
  }

  private static List<MarkedFlip> flips(Walk walk, List<PlanePoint> corners) {
    double[] start = starts(corners);
    List<MarkedFlip> flips = new ArrayList<>();
    WalkDistances distances = new WalkDistances(walk);
    int segment = 0;
    for (int step = 0; step < walk.steps(); step++) {
      double at = walk.time(step) * start[start.length - 1];
      while (segment + 2 < start.length && at > start[segment + 1]) {
        segment++;
      }
      double length = start[segment + 1] - start[segment];
      double part = length > 0 ? (at - start[segment]) / length : 0;
      PlanePoint from = corners.get(segment);
      PlanePoint to = corners.get(segment + 1);
      flips.add(
          new MarkedFlip(
              new PlanePoint(
                  from.u() + part * (to.u() - from.u()), from.v() + part * (to.v() - from.v())),
              distances.after(step) < distances.before(step)));
    }
    return flips;
  }

  /** How far along the line each corner is; the last is the whole length. */
  private static double[] starts(List<PlanePoint> corners) {
    double[] start = new double[corners.size()];
    for (int i = 1; i < start.length; i++) {
      PlanePoint from = corners.get(i - 1);
      PlanePoint to = corners.get(i);
      start[i] = start[i - 1] + Math.hypot(to.u() - from.u(), to.v() - from.v());
    }
    return start;
  }
}
