package org.folding.engine.plane;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.folding.engine.NetworkStages;

/**
 * Cuts a frame into regions, stage by stage.
 *
 * <p>Inside a cell in which no unit of the stages before changes its sign, the units of a stage are
 * affine functions of the plane's coordinates, so each cuts the cell along a straight line. What is
 * left in the end are the regions. Cells are followed to the last stage one by one, so there are
 * never more of them in memory than what lies beside one such way, besides the regions themselves.
 */
final class RegionTracer {
  private final NetworkStages stages;
  private final Level[] levels;
  // The pattern at the reference point.
  private final boolean[] reference;
  private final CellCutter cutter = new CellCutter();
  private final ClassCutter classes = new ClassCutter(cutter);
  private final RegionSink sink;
  private final PlanePoint middle;
  private final double radius;
  // Scratch: what the units of a stage pass on.
  private final double[] passed;
  private final int[] index;
  // The pieces of the region at hand.
  private final List<Piece> pieces = new ArrayList<>();

  /** Receives the regions. */
  interface RegionSink {
    void accept(Region region);
  }

  /**
   * A cell that may still be cut.
   *
   * @param next the index of the next unit to cut it with, among those that cut the stage's cell
   * @param active whether each of these before it is positive there
   */
  private record Part(Cell cell, int next, boolean[] active) {}

  RegionTracer(NetworkStages stages, boolean[] reference, Frame frame, RegionSink sink) {
    this.stages = stages;
    this.reference = reference;
    this.sink = sink;
    this.middle = frame.middle();
    this.radius = frame.radius();
    this.levels = new Level[stages.count()];
    int widest = 0;
    for (int l = 0; l < levels.length; l++) {
      levels[l] = new Level(stages, l);
      widest = Math.max(widest, levels[l].units);
    }
    this.passed = new double[widest];
    this.index = new int[widest];
  }

  void trace(Plane plane, Frame frame) {
    Level first = levels[0];
    double[] centre = plane.input(middle.u(), middle.v());
    double[] right = plane.firstAxis();
    double[] up = plane.secondAxis();
    double[] magnitude = new double[centre.length];
    int[] inputIndex = new int[centre.length];
    for (int j = 0; j < centre.length; j++) {
      right[j] *= radius;
      up[j] *= radius;
      magnitude[j] = Math.abs(centre[j]) + Math.abs(right[j]) + Math.abs(up[j]);
    }
    stages.multiply(0, centre, inputIndex, first.a);
    stages.addBias(0, first.a);
    stages.multiply(0, right, inputIndex, first.b);
    stages.multiply(0, up, inputIndex, first.c);
    first.setError(stages.firstError(magnitude));
    first.pattern = 0;
    first.odd = false;
    first.distance = 0;
    Cell all = Cell.rectangle(frame.width() / 2 / radius, frame.height() / 2 / radius);
    if (stages.counted() == 0) {
      region(0, all, first);
    } else {
      enter(0, all);
    }
  }

  /** Cuts a cell with the units of a stage, and each part with those of the stages after it. */
  private void enter(int l, Cell whole) {
    if (l == stages.count() - 1) {
      classes.cut(whole, levels[l], (predicted, cell) -> addPiece(predicted, cell));
      return;
    }
    Level level = levels[l];
    level.look(whole, cutter);
    Deque<Part> open = new ArrayDeque<>();
    open.push(new Part(whole, 0, new boolean[level.cutterCount]));
    while (!open.isEmpty()) {
      Part part = open.pop();
      Cell cell = part.cell();
      boolean[] active = part.active();
      for (int k = part.next(); k < level.cutterCount; k++) {
        int o = level.cutters[k];
        Side side = cutter.side(cell, level.a[o], level.b[o], level.c[o], level.tolerance);
        if (side == Side.BOTH) {
          open.push(new Part(cutter.part(cell, -1, level.border(o)), k + 1, active.clone()));
          cell = cutter.part(cell, 1, level.border(o));
          active[k] = true;
        } else {
          active[k] = side == Side.POSITIVE;
        }
      }
      leave(l, cell, active);
    }
  }

  /** Goes on from a cell in which no unit of a stage changes its sign. */
  private void leave(int l, Cell cell, boolean[] activeCutters) {
    Level level = levels[l];
    for (int k = 0; k < level.cutterCount; k++) {
      level.active[level.cutters[k]] = activeCutters[k];
    }
    Level next = levels[l + 1];
    passPattern(l, level, next);
    passValues(l, level, next);
    if (l + 1 != stages.counted()) {
      enter(l + 1, cell);
    } else {
      region(l + 1, cell, next);
    }
  }

  /** Cuts a region into pieces. */
  private void region(int l, Cell cell, Level level) {
    long pattern = level.pattern;
    boolean odd = level.odd;
    int distance = level.distance;
    pieces.clear();
    enter(l, cell);
    sink.accept(new Region(cell.toPolygon(middle, radius), pattern, odd, distance, pieces));
  }

  private void addPiece(int predicted, Cell cell) {
    pieces.add(new Piece(predicted, cell.toPolygon(middle, radius)));
  }

  private void passPattern(int l, Level level, Level next) {
    next.pattern = level.pattern;
    next.odd = level.odd;
    next.distance = level.distance;
    for (int o = 0; o < level.units; o++) {
      int bit = stages.bit(l, o);
      if (bit >= 0) {
        if (level.active[o]) {
          next.pattern ^= PatternHash.of(bit);
          next.odd = !next.odd;
        }
        if (reference[bit] != level.active[o]) {
          next.distance++;
        }
      }
    }
  }

  private void passValues(int l, Level level, Level next) {
    double largest = 0;
    for (int o = 0; o < level.units; o++) {
      double gain = level.active[o] ? 1 : stages.slope(l, o);
      double size = Math.abs(level.a[o]) + Math.abs(level.b[o]) + Math.abs(level.c[o]);
      largest = Math.max(largest, Math.abs(gain) * size);
    }
    pass(l, level, level.a, next.a);
    stages.addBias(l + 1, next.a);
    pass(l, level, level.b, next.b);
    pass(l, level, level.c, next.c);
    next.setError(stages.error(l + 1, stages.steepest(l) * level.error, largest));
  }

  private void pass(int l, Level level, double[] z, double[] next) {
    for (int o = 0; o < level.units; o++) {
      passed[o] = level.active[o] ? z[o] : stages.slope(l, o) * z[o];
    }
    stages.multiply(l + 1, passed, index, next);
  }
}
