package org.folding.engine.trace;

import java.util.List;
import java.util.Optional;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;
import org.folding.engine.chain.Chain;
import org.folding.engine.chain.ChainPoint;
import org.folding.engine.chain.ChainPoints;
import org.folding.engine.chain.StartBits;
import org.folding.engine.path.FlipList;
import org.folding.engine.path.SegmentLengths;
import org.folding.engine.path.WalkBuffer;
import org.folding.engine.path.Walker;

/**
 * The exact walk through a chain, along a straight line or a polyline.
 *
 * <p>A line between two rows is always traced from the lower row to the higher; the walk the other
 * way is read off backwards. So both agree to the last bit, and where one follows the other, as in
 * a study of all pairs, the line is traced once.
 */
public final class ChainWalker implements Walker {
  private final Chain chain;
  private final Optional<ChainPoints> rows;
  private final Tracer tracer;
  // For what does not run between rows.
  private final LineBundle single = new LineBundle(1);
  private final RowLines rowLines;
  private final WalkBuffer walk;
  // Whether each bit is 1 where the segment walked last ends.
  private final boolean[] endBit;
  private final StartBits startBits;
  private final double[] input;
  // Scratch for the evaluation of points.
  private final double[] factor;
  private final int[] index;
  private final SegmentLengths lengths;

  public ChainWalker(
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
    this.startBits = StartBits.of(chain);
    this.rowLines = new RowLines(tracer, this::row);
    this.input = new double[chain.inputs];
    this.factor = new double[chain.widest()];
    this.index = new int[chain.widest()];
  }

  @Override
  public void expect(List<InputPath> paths) {
    rowLines.expect(paths);
  }

  @Override
  public Walk walk(InputPath path) {
    walk.begin(path);
    rowLines.starts(path);
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
    int low = backwards ? to.row() : from.row();
    int high = backwards ? from.row() : to.row();
    int line = rowLines.find(low, high);
    if (line < 0) {
      halves(from, to, 0, 1, true);
      return;
    }
    take(line);
    FlipList flips = tracer.flips();
    if (backwards) {
      walk.turnStart(flips, line);
      walk.flipAllBackwards(flips, line);
    } else {
      walk.flipAll(flips, line);
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
      take(0);
      walk.flipAll(tracer.flips(), 0);
    } else {
      take(start, end, first);
    }
  }

  private boolean trace(Waypoint from, Waypoint to) {
    rowLines.forget();
    single.clear();
    single.add(point(from), point(to));
    return tracer.trace(single);
  }

  /** For what has too many breakpoints to be traced at once: its halves have half as many. */
  private void halves(Waypoint from, Waypoint to, double start, double end, boolean first) {
    double half = start + (end - start) / 2;
    Waypoint middle = middle(from, to);
    segment(from, middle, start, half, first);
    segment(middle, to, half, end, false);
  }

  /** Takes over the pattern at the start of a line that was traced. */
  private void take(int line) {
    int first = line * chain.units();
    for (StartBits.Run run : startBits.runs()) {
      walk.setStartBits(run.bit(), tracer.startActive(), first + run.unit(), run.count());
    }
  }

  /** Takes over the one line that was traced as the part of the walk between two times. */
  private void take(double start, double end, boolean first) {
    byte[] active = tracer.startActive();
    for (StartBits.Run run : startBits.runs()) {
      for (int k = 0; k < run.count(); k++) {
        setOut(run.bit() + k, active[run.unit() + k] != 0, start, first);
      }
    }
    FlipList flips = tracer.flips();
    for (int f = flips.first(0); f < flips.end(0); f++) {
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
    return waypoint.isRow()
        ? row(waypoint.row())
        : ChainPoint.at(chain, waypoint.coordinates(), factor, index);
  }

  private ChainPoint row(int row) {
    return rows.orElseThrow(() -> new IllegalArgumentException("a row without data"))
        .get(row, input, factor, index);
  }
}
