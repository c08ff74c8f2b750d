package org.folding.core.verify;

import java.util.ArrayList;
import java.util.List;
import org.folding.api.path.InputPath;
import org.folding.core.walk.SegmentLengths;

/** The straight lines that a path consists of. */
final class PathSegments {

  /** A straight line, and the times at which a path runs through it. */
  record Segment(double[] from, double[] to, double start, double end) {

    /** The time of the path at a time of the line, both from 0 to 1 along each. */
    double pathTime(double lineTime) {
      return start + lineTime * (end - start);
    }

    /** The time of the line at a time of the path, less than 1. */
    double lineTime(double pathTime) {
      double t = (pathTime - start) / (end - start);
      return Math.min(Math.max(t, 0), Math.nextDown(1.0));
    }
  }

  private PathSegments() {}

  /** The segments that have a length; of a path that has none, one. */
  static List<Segment> of(InputPath path, SegmentLengths lengths) {
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
