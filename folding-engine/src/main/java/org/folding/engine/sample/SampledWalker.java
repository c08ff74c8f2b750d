package org.folding.engine.sample;

import java.util.List;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;
import org.folding.engine.path.SegmentLengths;
import org.folding.engine.path.WalkBuffer;
import org.folding.engine.path.Walker;

/** The sampled walk: the patterns at n points t_i = i/(n − 1), both ends included. */
public final class SampledWalker implements Walker {
  private final PatternSource patterns;
  private final int samples;
  private final SegmentLengths lengths;
  private final WalkBuffer walk;
  private final int width;
  private final int batchSize;
  private final double[] points;
  private final boolean[] bits;
  private final boolean[] current;

  public SampledWalker(
      PatternSource patterns,
      int inputWidth,
      int samples,
      CountedUnits units,
      SegmentLengths lengths) {
    this.patterns = patterns;
    this.samples = samples;
    this.lengths = lengths;
    this.walk = new WalkBuffer(WalkMode.SAMPLED, units);
    this.width = inputWidth;
    this.batchSize = Math.min(patterns.batchSize(), samples);
    this.points = new double[Math.multiplyExact(batchSize, width)];
    this.bits = new boolean[Math.multiplyExact(batchSize, units.bits())];
    this.current = new boolean[units.bits()];
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
    int batched = 0;
    for (int sample = 0; sample < samples; sample++) {
      double t = time(sample);
      while (segment + 2 < corner.length && t > corner[segment + 1]) {
        segment++;
      }
      double length = corner[segment + 1] - corner[segment];
      double share = length > 0 ? (t - corner[segment]) / length : 0;
      int first = batched * width;
      for (int j = 0; j < width; j++) {
        points[first + j] = (1 - share) * place[segment][j] + share * place[segment + 1][j];
      }
      batched++;
      if (batched == batchSize || sample == samples - 1) {
        patterns.patterns(points, batched, bits);
        for (int row = 0; row < batched; row++) {
          visit(sample - batched + 1 + row, row * current.length);
        }
        batched = 0;
      }
    }
    walk.end();
    return walk;
  }

  private double time(int sample) {
    return (double) sample / (samples - 1);
  }

  /** Compares the pattern of a sample, which begins at {@code first}, with the one before. */
  private void visit(int sample, int first) {
    for (int bit = 0; bit < current.length; bit++) {
      boolean active = bits[first + bit];
      if (sample == 0) {
        walk.setStartBit(bit, active);
      } else if (active != current[bit]) {
        walk.flip(time(sample), bit);
      }
      current[bit] = active;
    }
  }

  @Override
  public void close() {
    patterns.close();
  }
}
