package org.folding.engine.trace;

import java.util.List;
import java.util.function.IntFunction;
import org.folding.api.InvalidInputException;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.engine.chain.ChainPoint;

/**
 * The lines between rows of the data: traced from the lower row to the higher, together with those
 * that will be asked for next, and remembered until others are traced.
 */
final class RowLines {
  private static final int NONE = -1;

  private final Tracer tracer;
  private final IntFunction<ChainPoint> points;
  private final LineBundle bundle;
  // The rows between which the lines traced last run.
  private final int[] low;
  private final int[] high;
  private int traced;
  // The line asked for last.
  private int current;
  // The paths that will be walked, and which of them is the next.
  private List<InputPath> expected = List.of();
  private int next;

  /**
   * @param points gives the chain's values at a row
   */
  RowLines(Tracer tracer, IntFunction<ChainPoint> points) {
    this.tracer = tracer;
    this.points = points;
    this.bundle = new LineBundle(tracer.mostLines());
    this.low = new int[tracer.mostLines()];
    this.high = new int[tracer.mostLines()];
  }

  /** Tells which paths will be walked next. */
  void expect(List<InputPath> paths) {
    expected = paths;
    next = 0;
  }

  /** Tells that a path is walked now; if it was not expected, nothing is expected any more. */
  void starts(InputPath path) {
    next = next < expected.size() && expected.get(next).equals(path) ? next + 1 : expected.size();
  }

  /** Tells that the tracer traced something else. */
  void forget() {
    traced = 0;
  }

  /**
   * The number of a line among those that the tracer traced last; traces it if it is none of them.
   *
   * @return −1 if it cannot be traced
   */
  int find(int lowRow, int highRow) {
    // Lines are walked in the order in which they were expected, there and back.
    for (int m = current; m < traced; m++) {
      if (low[m] == lowRow && high[m] == highRow) {
        current = m;
        return m;
      }
    }
    bundle.clear();
    forget();
    add(lowRow, highRow, points.apply(lowRow), points.apply(highRow));
    for (int k = next; k < expected.size() && !bundle.isFull() && addExpected(k); k++) {}
    if (!tracer.trace(bundle)) {
      return NONE;
    }
    traced = bundle.size();
    current = 0;
    return current;
  }

  private void add(int lowRow, int highRow, ChainPoint from, ChainPoint to) {
    low[bundle.size()] = lowRow;
    high[bundle.size()] = highRow;
    bundle.add(from, to);
  }

  /** Adds the line of an expected path, unless it is there; returns whether it is. */
  private boolean addExpected(int k) {
    List<Waypoint> ends = expected.get(k).waypoints();
    if (ends.size() != 2 || !ends.get(0).isRow() || !ends.get(1).isRow()) {
      return false;
    }
    int lowRow = Math.min(ends.get(0).row(), ends.get(1).row());
    int highRow = Math.max(ends.get(0).row(), ends.get(1).row());
    int last = bundle.size() - 1;
    if (low[last] != lowRow || high[last] != highRow) {
      try {
        add(lowRow, highRow, points.apply(lowRow), points.apply(highRow));
      } catch (InvalidInputException e) {
        // It will be thrown again when that path is walked.
        return false;
      }
    }
    return true;
  }
}
