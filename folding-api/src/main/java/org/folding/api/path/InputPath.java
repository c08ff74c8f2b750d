package org.folding.api.path;

import java.util.List;

/**
 * A path Γ: the polyline through its waypoints, run through by t from 0 to 1 in proportion to arc
 * length (arXiv 2502.09954 has straight lines; corners are this project's generalisation).
 *
 * @param waypoints at least two
 */
public record InputPath(List<Waypoint> waypoints) {

  /** Copies the waypoints and checks that there are two. */
  public InputPath {
    waypoints = List.copyOf(waypoints);
    if (waypoints.size() < 2) {
      throw new IllegalArgumentException("a path needs two waypoints, not " + waypoints.size());
    }
  }

  /**
   * @param from a row of the data
   * @param to a row of the data
   * @return the straight line between them
   */
  public static InputPath betweenRows(int from, int to) {
    return new InputPath(List.of(Waypoint.row(from), Waypoint.row(to)));
  }

  /**
   * @param from a point
   * @param to a point
   * @return the straight line between them
   */
  public static InputPath line(double[] from, double[] to) {
    return new InputPath(List.of(Waypoint.point(from), Waypoint.point(to)));
  }

  /**
   * @return where the path starts
   */
  public Waypoint start() {
    return waypoints.get(0);
  }

  /**
   * @return where the path ends
   */
  public Waypoint end() {
    return waypoints.get(waypoints.size() - 1);
  }
}
