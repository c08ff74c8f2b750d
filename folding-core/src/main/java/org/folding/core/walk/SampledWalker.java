package org.folding.core.walk;

import java.util.List;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;

/** The sampled walk: the patterns at n points t_i = i/(n − 1), both ends included. */
final class SampledWalker implements Walker {
  private final PatternSource patterns;
  private final int samples;
  private final SegmentLengths lengths;
  private final WalkBuffer walk;
  private final double[] point;
  private boolean[] current;
  private boolean[] next;

  SampledWalker(
      PatternSource patterns,
      int inputWidth,
      int samples,
      CountedUnits units,
      SegmentLengths lengths) {
    this.patterns = patterns;
    this.samples = samples;
    this.lengths = lengths;
    this.walk = new WalkBuffer(WalkMode.SAMPLED, units);
    this.point = new double[inputWidth];
    this.current = new boolean[units.bits()];
    this.next = new boolean[units.bits()];
  }

  @Override
  public Walk walk(InputPath path) {
    walk.begin(path);
    List<Waypoint> waypoints = path.waypoints();
    double[] corner = lengths.corners(waypoints);
    double[][] place = new double[corner.length][];
    for (int i = 0; i < corner.length; i++) {
      place[i] = lengths.coordinates(waypoints.get(i));
    }
    int segment = 0;
    for (int sample = 0; sample < samples; sample++) {
      double t = (double) sample / (samples - 1);
      while (segment + 2 < corner.length && t > corner[segment + 1]) {
        segment++;
      }
      double length = corner[segment + 1] - corner[segment];
      double share = length > 0 ? (t - corner[segment]) / length : 0;
      for (int j = 0; j < point.length; j++) {
        point[j] = (1 - share) * place[segment][j] + share * place[segment + 1][j];
      }
      visit(sample, t);
    }
    walk.end();
    return walk;
  }

  private void visit(int sample, double t) {
    patterns.pattern(point, next);
    for (int bit = 0; bit < next.length; bit++) {
      if (sample == 0) {
        walk.setStartBit(bit, next[bit]);
      } else if (next[bit] != current[bit]) {
        walk.flip(t, bit);
      }
    }
    boolean[] swap = current;
    current = next;
    next = swap;
  }

  @Override
  public void close() {
    patterns.close();
  }
}
