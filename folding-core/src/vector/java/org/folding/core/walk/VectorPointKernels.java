package org.folding.core.walk;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The kernels on the Vector API; see {@link VectorKernels}. */
final class VectorPointKernels implements PointKernels {
  private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  VectorPointKernels() {
    if (DoubleVector.SPECIES_PREFERRED.length() < WIDTH) {
      throw new UnsupportedOperationException("vectors are short");
    }
  }

  @Override
  public void passOn(
      double[] z,
      int[] parent,
      double[] part,
      int first,
      int end,
      double[] negativeSlope,
      double[] y,
      int n) {
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector negative = DoubleVector.fromArray(SPECIES, negativeSlope, o);
      for (int r = first; r < end; r++) {
        int from = parent[r] * n + o;
        DoubleVector start = DoubleVector.fromArray(SPECIES, z, from);
        DoubleVector value =
            DoubleVector.broadcast(SPECIES, part[r])
                .fma(DoubleVector.fromArray(SPECIES, z, from + n).sub(start), start);
        value
            .mul(negative)
            .blend(value, value.compare(VectorOperators.GT, 0))
            .intoArray(y, r * n + o);
      }
    }
  }

  @Override
  public void apply(
      double[] x,
      int length,
      int inputs,
      double[] start,
      double[] end,
      int last,
      double[] weights,
      double[] bias,
      double[] z,
      int n) {
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector.fromArray(SPECIES, start, o).intoArray(z, o);
      DoubleVector biases = DoubleVector.fromArray(SPECIES, bias, o);
      // The last rows may be fewer than four; then some are computed that nobody reads.
      for (int r = 1; r < last; r += ROWS) {
        int at = r * length;
        DoubleVector a = biases;
        DoubleVector b = biases;
        DoubleVector c = biases;
        DoubleVector d = biases;
        for (int j = 0; j < inputs; j++) {
          DoubleVector w = DoubleVector.fromArray(SPECIES, weights, j * n + o);
          a = DoubleVector.broadcast(SPECIES, x[at + j]).fma(w, a);
          b = DoubleVector.broadcast(SPECIES, x[at + length + j]).fma(w, b);
          c = DoubleVector.broadcast(SPECIES, x[at + 2 * length + j]).fma(w, c);
          d = DoubleVector.broadcast(SPECIES, x[at + 3 * length + j]).fma(w, d);
        }
        int to = r * n + o;
        a.intoArray(z, to);
        b.intoArray(z, to + n);
        c.intoArray(z, to + 2 * n);
        d.intoArray(z, to + 3 * n);
      }
      DoubleVector.fromArray(SPECIES, end, o).intoArray(z, last * n + o);
    }
  }

  @Override
  public int scan(
      double[] z,
      int intervals,
      int n,
      double[] real,
      double threshold,
      int[] found,
      double[] peak) {
    return n == WIDTH
        ? scanOne(z, intervals, real, threshold, found, peak)
        : scanMore(z, intervals, n, real, threshold, found, peak);
  }

  /** Where a row is one vector. */
  private static int scanOne(
      double[] z, int intervals, double[] real, double threshold, int[] found, double[] peak) {
    int count = 0;
    DoubleVector level = DoubleVector.fromArray(SPECIES, real, 0).mul(threshold);
    DoubleVector before = DoubleVector.fromArray(SPECIES, z, 0);
    DoubleVector most = DoubleVector.zero(SPECIES);
    for (int at = 0; at < intervals * WIDTH; at += WIDTH) {
      DoubleVector after = DoubleVector.fromArray(SPECIES, z, at + WIDTH);
      DoubleVector squares = after.mul(after);
      most = most.blend(squares, squares.compare(VectorOperators.GT, most));
      found[count] = at;
      count += any(before.mul(after).compare(VectorOperators.LE, level));
      before = after;
    }
    most.intoArray(peak, 0);
    return list(z, WIDTH, real, threshold, found, count);
  }

  private static int scanMore(
      double[] z,
      int intervals,
      int n,
      double[] real,
      double threshold,
      int[] found,
      double[] peak) {
    int count = 0;
    for (int row = 0; row < intervals * n; row += n) {
      for (int o = 0; o < n; o += WIDTH) {
        found[count] = row + o;
        count += any(near(z, row + o, n, real, o, threshold));
      }
    }
    for (int lane = 0; lane < LineKernels.LANES; lane += WIDTH) {
      DoubleVector most = DoubleVector.zero(SPECIES);
      for (int row = n; row <= intervals * n; row += n) {
        DoubleVector squares = DoubleVector.zero(SPECIES);
        for (int o = lane; o < n; o += LineKernels.LANES) {
          DoubleVector value = DoubleVector.fromArray(SPECIES, z, row + o);
          squares = value.fma(value, squares);
        }
        most = most.blend(squares, squares.compare(VectorOperators.GT, most));
      }
      most.intoArray(peak, lane);
    }
    return list(z, n, real, threshold, found, count);
  }

  /** 1 if any lane is set, else 0, without a branch: which it is cannot be predicted. */
  private static int any(VectorMask<Double> mask) {
    return -mask.trueCount() >>> 31;
  }

  /**
   * Lists the lanes of the vectors found.
   *
   * @param found where the vectors start; receives where the lanes found are
   */
  private static int list(
      double[] z, int n, double[] real, double threshold, int[] found, int vectors) {
    // There are at most as many vectors as lanes, so they can stand behind them.
    int from = found.length - vectors;
    System.arraycopy(found, 0, found, from, vectors);
    int size = 0;
    for (int v = 0; v < vectors; v++) {
      int first = found[from + v];
      VectorMask<Double> near = near(z, first, n, real, first % n, threshold);
      if (near.trueCount() == 1) {
        found[size++] = first + near.firstTrue();
      } else {
        size = VectorKernels.list(near, first, found, size);
      }
    }
    return size;
  }

  private static VectorMask<Double> near(
      double[] z, int at, int n, double[] real, int unit, double threshold) {
    return DoubleVector.fromArray(SPECIES, z, at)
        .mul(DoubleVector.fromArray(SPECIES, z, at + n))
        .compare(VectorOperators.LE, DoubleVector.fromArray(SPECIES, real, unit).mul(threshold));
  }
}
