package org.folding.engine.path;

import java.util.ArrayList;
import java.util.List;
import org.folding.api.path.InputPath;

/** The straight lines that a path consists of. */
public final class PathSegments {

  /**
   * A straight line, and the times at which a path runs through it.
   *
   * @param from where it starts
   * @param to where it ends
   * @param start the time of the path there
   * @param end the time of the path where it ends
   */
  public record Segment(double[] from, double[] to, double start, double end) {

    /**
     * @param lineTime a time of the line, from 0 to 1 along it
     * @return the time of the path then, from 0 to 1 along it
     */
    public double pathTime(double lineTime) {
      return start + lineTime * (end - start);
    }

    /**
     * @param pathTime a time of the path
     * @return the time of the line then, less than 1
     */
    public double lineTime(double pathTime) {
      double t = (pathTime - start) / (end - start);
      return Math.min(Math.max(t, 0), Math.nextDown(1.0));
    }
  }

  private PathSegments() {}

  /**
   * @param path a path
   * @param lengths of the data whose rows it may name
   * @return the segments that have a length; of a path that has none, one
   */
  public static List<Segment> of(InputPath path, SegmentLengths lengths) {
    double[] corner = lengths.corners(path.waypoints());
    List<Segment> segments = new ArrayList<>();
    double[] from = lengths.coordinates(path.start());
    for (int i = 0; i + 1 < corner.length; i++) {
      double[] to = lengths.coordinates(path.waypoints().get(i + 1));
      boolean last = i + 2 == corner.length;
      if (corner[i + 1] > corner[i] || (last && segments.isEmpty())) {
        segments.add(new Segment(from, to, corner[i], corner[i + 1]));
      }
      from = to;
    }
    return segments;
  }
}
