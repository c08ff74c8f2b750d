package org.folding.core.walk;

import java.util.List;
import java.util.Optional;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;

/**
 * The exact walk through a chain, along a straight line or a polyline.
 *
 * <p>A line between two rows is always traced from the lower row to the higher; the walk the other
 * way is read off backwards. So both agree to the last bit, and where one follows the other, as in
 * a study of all pairs, the line is traced once.
 */
final class ChainWalker implements Walker {
  private static final int NONE = -1;

  private final Chain chain;
  private final Optional<ChainPoints> rows;
  private final Tracer tracer;
  private final WalkBuffer walk;
  // Whether each bit is 1 where the segment walked last ends.
  private final boolean[] endBit;
  // The bit of each stage's first unit where those of the others follow it, or −1.
  private final int[] firstBit;
  private final double[] input;
  // Scratch for the evaluation of points.
  private final double[] factor;
  private final int[] index;
  private final SegmentLengths lengths;
  // The rows between which the tracer traced last, or none.
  private int tracedLow = NONE;
  private int tracedHigh = NONE;

  ChainWalker(
      Chain chain,
      CountedUnits units,
      Optional<ChainPoints> rows,
      SegmentLengths lengths,
      Tracer tracer) {
    this.chain = chain;
    this.rows = rows;
    this.lengths = lengths;
    this.tracer = tracer;
    this.walk = new WalkBuffer(WalkMode.EXACT, units);
    this.endBit = new boolean[units.bits()];
    this.firstBit = chain.stages.stream().mapToInt(ChainWalker::firstBit).toArray();
    this.input = new double[chain.inputs];
    this.factor = new double[chain.widest()];
    this.index = new int[chain.widest()];
  }

  private static int firstBit(Stage stage) {
    int first = stage.units == 0 ? -1 : stage.bit[0];
    for (int o = 0; o < stage.units; o++) {
      if (first < 0 || stage.bit[o] != first + o) {
        return -1;
      }
    }
    return first;
  }

  @Override
  public Walk walk(InputPath path) {
    walk.begin(path);
    List<Waypoint> waypoints = path.waypoints();
    if (waypoints.size() == 2) {
      line(waypoints.get(0), waypoints.get(1));
    } else {
      polyline(waypoints);
    }
    walk.end();
    return walk;
  }

  private void line(Waypoint from, Waypoint to) {
    if (!from.isRow() || !to.isRow()) {
      segment(from, to, 0, 1, true);
      return;
    }
    boolean backwards = from.row() > to.row();
    Waypoint low = backwards ? to : from;
    Waypoint high = backwards ? from : to;
    if (low.row() != tracedLow || high.row() != tracedHigh) {
      if (!trace(low, high)) {
        halves(from, to, 0, 1, true);
        return;
      }
      tracedLow = low.row();
      tracedHigh = high.row();
    }
    take();
    FlipList flips = tracer.flips();
    if (backwards) {
      walk.turnStart(flips);
      walk.flipAllBackwards(flips);
    } else {
      walk.flipAll(flips);
    }
  }

  private void polyline(List<Waypoint> waypoints) {
    double[] corner = lengths.corners(waypoints);
    boolean first = true;
    for (int i = 0; i + 1 < waypoints.size(); i++) {
      // A segment of no length has no interior: only if all are so does one of them count.
      boolean last = i + 2 == waypoints.size();
      if (corner[i + 1] > corner[i] || (first && last)) {
        segment(waypoints.get(i), waypoints.get(i + 1), corner[i], corner[i + 1], first);
        first = false;
      }
    }
  }

  private void segment(Waypoint from, Waypoint to, double start, double end, boolean first) {
    if (!trace(from, to)) {
      halves(from, to, start, end, first);
    } else if (start == 0 && end == 1) {
      take();
      walk.flipAll(tracer.flips());
    } else {
      take(start, end, first);
    }
  }

  private boolean trace(Waypoint from, Waypoint to) {
    tracedLow = NONE;
    return tracer.trace(point(from), point(to));
  }

  /** For what has too many breakpoints to be traced at once: its halves have half as many. */
  private void halves(Waypoint from, Waypoint to, double start, double end, boolean first) {
    double half = start + (end - start) / 2;
    Waypoint middle = middle(from, to);
    segment(from, middle, start, half, first);
    segment(middle, to, half, end, false);
  }

  /** Takes over the pattern at the start of the line that was traced. */
  private void take() {
    for (int l = 0; l < firstBit.length; l++) {
      boolean[] active = tracer.startActive(l);
      if (firstBit[l] >= 0) {
        walk.setStartBits(firstBit[l], active);
      } else {
        int[] bits = chain.stages.get(l).bit;
        for (int o = 0; o < bits.length; o++) {
          if (bits[o] >= 0) {
            walk.setStartBit(bits[o], active[o]);
          }
        }
      }
    }
  }

  /** Takes over what was traced as the part of the walk between two times. */
  private void take(double start, double end, boolean first) {
    for (int l = 0; l < firstBit.length; l++) {
      int[] bits = chain.stages.get(l).bit;
      boolean[] active = tracer.startActive(l);
      for (int o = 0; o < bits.length; o++) {
        if (bits[o] >= 0) {
          setOut(bits[o], active[o], start, first);
        }
      }
    }
    FlipList flips = tracer.flips();
    for (int f = 0; f < flips.size(); f++) {
      walk.flip(Math.min(end, start + flips.time(f) * (end - start)), flips.bit(f));
      endBit[flips.bit(f)] ^= true;
    }
  }

  /** The pattern at the start of a segment; at a corner it may differ from the one before it. */
  private void setOut(int bit, boolean active, double time, boolean first) {
    if (first) {
      walk.setStartBit(bit, active);
    } else if (endBit[bit] != active) {
      walk.flip(time, bit);
    }
    endBit[bit] = active;
  }

  private Waypoint middle(Waypoint from, Waypoint to) {
    double[] x = lengths.coordinates(from).clone();
    double[] y = lengths.coordinates(to);
    for (int i = 0; i < x.length; i++) {
      x[i] += (y[i] - x[i]) / 2;
    }
    return Waypoint.point(x);
  }

  private ChainPoint point(Waypoint waypoint) {
    if (waypoint.isRow()) {
      return rows.orElseThrow(() -> new IllegalArgumentException("a row without data"))
          .get(waypoint.row(), input, factor, index);
    }
    return ChainPoint.at(chain, waypoint.coordinates(), factor, index);
  }
}
