package org.folding.engine.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The kernels in plain Java, for JVMs that do not offer the Vector API. */
final class PlainKernels implements LineKernels {

  @Override
  public void multiply(RowBatch batch, Weights weights, double[] y) {
    for (int r = 0; r < batch.rows; r++) {
      multiplyOne(batch, r, weights.columns(), weights.stride(), y);
    }
  }

  private static void multiplyOne(RowBatch batch, int r, double[] weights, int stride, double[] y) {
    double[] x = batch.x;
    int xStart = batch.rowStart(r);
    int yStart = batch.target[r];
    int[] chosen = batch.columns;
    int end = batch.endColumn(r / RowBatch.GROUP);
    Arrays.fill(y, yStart, yStart + stride, 0);
    int k = batch.firstColumn(r / RowBatch.GROUP);
    for (; k + 4 <= end; k += 4) {
      int c0 = chosen[k] * stride;
      int c1 = chosen[k + 1] * stride;
      int c2 = chosen[k + 2] * stride;
      int c3 = chosen[k + 3] * stride;
      double x0 = x[xStart + chosen[k]];
      double x1 = x[xStart + chosen[k + 1]];
      double x2 = x[xStart + chosen[k + 2]];
      double x3 = x[xStart + chosen[k + 3]];
      for (int o = 0; o < stride; o++) {
        double sum = Math.fma(x0, weights[c0 + o], y[yStart + o]);
        sum = Math.fma(x1, weights[c1 + o], sum);
        sum = Math.fma(x2, weights[c2 + o], sum);
        y[yStart + o] = Math.fma(x3, weights[c3 + o], sum);
      }
    }
    for (; k < end; k++) {
      int column = chosen[k] * stride;
      double factor = x[xStart + chosen[k]];
      for (int o = 0; o < stride; o++) {
        y[yStart + o] = Math.fma(factor, weights[column + o], y[yStart + o]);
      }
    }
  }

  @Override
  public void subtract(double[] a, double[] b, int at, double[] y, int to, int n) {
    for (int o = 0; o < n; o++) {
      y[to + o] = a[at + o] - b[at + o];
    }
  }

  @Override
  public void scale(double[] x, int from, double[] factor, double[] y, int to, int n) {
    for (int o = 0; o < n; o++) {
      y[to + o] = factor[o] * x[from + o];
    }
  }

  @Override
  public void bend(
      double[] weights, int column, double x, double[] slopes, int from, int to, int n) {
    for (int o = 0; o < n; o++) {
      slopes[to + o] = Math.fma(x, weights[column + o], slopes[from + o]);
    }
  }

  @Override
  public void advance(FollowedRows rows, int interval, double dt) {
    double[] values = rows.values;
    int from = rows.from;
    int to = rows.to;
    int n = rows.stride;
    Candidates log = rows.candidates;
    for (int o = 0; o < n; o += LANES) {
      boolean near = false;
      for (int lane = o; lane < o + LANES; lane++) {
        double before = values[from + lane];
        double after = Math.fma(dt, rows.slopes[rows.slope + lane], before);
        values[to + lane] = after;
        near |= Math.fma(before, after, -rows.threshold) < 0;
      }
      if (near) {
        int at = Candidates.logStart(log.events, LANES);
        System.arraycopy(values, from + o, log.log, at, LANES);
        System.arraycopy(values, to + o, log.log, at + LANES, LANES);
        log.loggedUnit[log.events] = o;
        log.loggedStep[log.events++] = interval;
      }
    }
    for (int lane = 0; lane < LANES; lane++) {
      double squares = 0;
      for (int o = lane; o < n; o += LANES) {
        squares = Math.fma(values[to + o], values[to + o], squares);
      }
      rows.peak[lane] = Math.max(rows.peak[lane], squares);
    }
  }

  @Override
  public void bendAndAdvance(
      FollowedRows rows, int interval, double dt, int before, int column, double x) {
    bend(rows.weights, column, x, rows.slopes, before, rows.slope, rows.stride);
    advance(rows, interval, dt);
  }

  @Override
  public void list(FollowedRows rows) {
    Candidates log = rows.candidates;
    for (int e = 0; e < log.events; e++) {
      int at = Candidates.logStart(e, LANES);
      long units = 0;
      for (int lane = 0; lane < LANES; lane++) {
        double excess = Math.fma(log.log[at + lane], log.log[at + LANES + lane], -rows.threshold);
        units |= excess < 0 ? 1L << lane : 0;
      }
      log.choose(e, log.loggedStep[e], units);
    }
    log.addChosen();
  }

  @Override
  public void sweep(StageSweep sweep) {
    sweep.candidates.startLog(1);
    sweep.candidates.reserveEvents(1);
    for (int o = 0; o < sweep.stride; o++) {
      sweepOne(sweep, o);
    }
  }

  private static void sweepOne(StageSweep sweep, int o) {
    Candidates candidates = sweep.candidates;
    double threshold = sweep.threshold * sweep.real[o];
    double z = sweep.start[sweep.firstStart + o];
    for (int r = 0; r < sweep.runs; r++) {
      int step = sweep.run[r];
      double slope = sweep.slopes[sweep.interval[step] * sweep.stride + o];
      for (; step < sweep.run[r + 1]; step++) {
        slope = Math.fma(sweep.factor[step], sweep.weights[sweep.column[step] + o], slope);
        double next = Math.fma(sweep.length[step], slope, z);
        if (Math.fma(next, z, -threshold) < 0) {
          candidates.loggedUnit[0] = o;
          candidates.log[0] = z;
          candidates.log[1] = next;
          candidates.choose(0, sweep.interval[step], 1);
          candidates.addChosen();
        }
        z = next;
      }
    }
  }

  @Override
  public void sweepValues(ValueSweep sweep) {
    sweep.candidates.startLog(1);
    sweep.candidates.reserveEvents(1);
    for (int o = 0; o < sweep.stride; o++) {
      sweepOne(sweep, o);
    }
  }

  private static void sweepOne(ValueSweep sweep, int o) {
    Candidates candidates = sweep.candidates;
    double threshold = sweep.threshold * sweep.real[o];
    double z = sweep.start[sweep.firstStart + o];
    for (int i = 0; i < sweep.points; i++) {
      double next = sweep.bias[o];
      for (int k = sweep.first[i]; k < sweep.first[i + 1]; k++) {
        next = Math.fma(sweep.factor[k], sweep.weights[sweep.column[k] + o], next);
      }
      if (Math.fma(next, z, -threshold) < 0) {
        candidates.loggedUnit[0] = o;
        candidates.log[0] = z;
        candidates.log[1] = next;
        candidates.choose(0, i, 1);
        candidates.addChosen();
      }
      z = next;
    }
  }

  @Override
  public void activate(
      double[] values,
      double[] slopes,
      int[] start,
      double[] dt,
      int rows,
      double @Nullable [] negativeSlope,
      double[] y,
      int n) {
    for (int r = 0; r < rows; r++) {
      for (int o = 0; o < n; o++) {
        int at = start[r] + o;
        double z = Math.fma(dt[r], slopes[at], values[at]);
        y[r * n + o] =
            negativeSlope == null
                ? LineKernels.positive(z)
                : LineKernels.passedOn(z, negativeSlope[o]);
      }
    }
  }

  @Override
  public void addDots(
      double[] a,
      int[] aStart,
      double[] b,
      int[] bStart,
      int count,
      int n,
      double[] sum,
      double[] partial) {
    for (int k = 0; k < count; k++) {
      Arrays.fill(partial, 0);
      for (int o = 0; o < n; o += LANES) {
        for (int lane = 0; lane < LANES; lane++) {
          double x = a[aStart[k] + o + lane];
          partial[lane] = Math.fma(x, b[bStart[k] + o + lane], partial[lane]);
        }
      }
      sum[k] += LineKernels.total(partial);
    }
  }

  @Override
  public void squaredBends(double[] rows, int n, RowBends bends) {
    double[] partial = bends.partial();
    for (int k = 0; k < bends.size; k++) {
      Arrays.fill(partial, 0);
      for (int o = 0; o < n; o += LANES) {
        for (int lane = 0; lane < LANES; lane++) {
          int at = o + lane;
          double start = rows[bends.first[k] + at];
          double chord = Math.fma(bends.part[k], rows[bends.last[k] + at] - start, start);
          double bend = rows[bends.middle[k] + at] - chord;
          partial[lane] = Math.fma(bend, bend, partial[lane]);
        }
      }
      bends.squares[k] = LineKernels.total(partial);
    }
  }

  @Override
  public int nearZero(double[] values, int low, int high, StrayLimit limit, int n, int[] found) {
    return LineKernels.listNearZero(values, low, high, limit, 0, n, found, 0);
  }

  @Override
  public void stray(StrayRows rows, int span, int at, int count) {
    PlainBounds.stray(rows, span, at, count);
  }

  @Override
  public void bound(SpanRows spans, SingleWeights weights, float slack, int[] signs) {
    PlainBounds.bound(spans, weights, slack, signs);
  }
}
