package org.folding.engine.adaptive;

import java.util.Arrays;
import java.util.List;
import org.folding.api.path.Waypoint;
import org.folding.engine.path.SegmentLengths;

/** The margins along a path. */
final class PathCurve implements Curve {
  /** The most coordinates of points at a time. */
  private static final int MOST_COORDINATES = 1 << 22;

  private final MarginSource source;
  private final int width;
  private final double[] corner;
  private final double[][] place;

  PathCurve(MarginSource source, int width, SegmentLengths lengths, List<Waypoint> waypoints) {
    this.source = source;
    this.width = width;
    this.corner = lengths.corners(waypoints);
    this.place = new double[corner.length][];
    for (int i = 0; i < corner.length; i++) {
      place[i] = lengths.coordinates(waypoints.get(i));
    }
    source.begin(place);
  }

  /** The times of the waypoints between the ends, each once. */
  double[] bends() {
    return Arrays.stream(corner).filter(t -> t > 0 && t < 1).distinct().toArray();
  }

  @Override
  public void margins(double[] times, double[][] margins) {
    int most = Math.max(1, MOST_COORDINATES / Math.max(1, width));
    for (int first = 0; first < times.length; first += most) {
      int rows = Math.min(most, times.length - first);
      double[] points = new double[rows * width];
      for (int row = 0; row < rows; row++) {
        point(times[first + row], points, row * width);
      }
      source.margins(points, Arrays.copyOfRange(margins, first, first + rows));
    }
  }

  private void point(double t, double[] points, int offset) {
    int segment = 0;
    while (segment + 2 < corner.length && t > corner[segment + 1]) {
      segment++;
    }
    double length = corner[segment + 1] - corner[segment];
    double share = length > 0 ? (t - corner[segment]) / length : 0;
    double[] from = place[segment];
    double[] to = place[segment + 1];
    for (int j = 0; j < width; j++) {
      points[offset + j] = (1 - share) * from[j] + share * to[j];
    }
  }
}
