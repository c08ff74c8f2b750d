package org.folding.engine.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** The kernels on the Vector API; see {@link VectorKernels}. */
final class VectorPointKernels implements PointKernels {
  private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();
  private static final VectorSpecies<Long> LONGS = VectorKernels.LONGS;

  @Override
  public void passOn(
      double[] z,
      int[] parent,
      double[] part,
      int count,
      double[] negativeSlope,
      double[] y,
      int n) {
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector negative = DoubleVector.fromArray(SPECIES, negativeSlope, o);
      for (int k = 0; k < count; k++) {
        int from = parent[k] * n + o;
        DoubleVector start = DoubleVector.fromArray(SPECIES, z, from);
        DoubleVector value =
            DoubleVector.broadcast(SPECIES, part[k])
                .fma(DoubleVector.fromArray(SPECIES, z, from + n).sub(start), start);
        VectorKernels.passedOn(value, negative).intoArray(y, k * n + o);
      }
    }
  }

  @Override
  public void apply(
      double[] x, int length, int[] target, int count, PointWeights stage, double[] z) {
    int inputs = stage.inputs();
    double[] weights = stage.columns();
    double[] bias = stage.bias();
    int n = stage.stride();
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector biases = DoubleVector.fromArray(SPECIES, bias, o);
      for (int k = 0; k < count; k += ROWS) {
        int at = k * length;
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
        a.intoArray(z, target[k] * n + o);
        b.intoArray(z, target[k + 1] * n + o);
        c.intoArray(z, target[k + 2] * n + o);
        d.intoArray(z, target[k + 3] * n + o);
      }
    }
  }

  @Override
  public void copy(double[] from, int at, double[] to, int target, int n) {
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector.fromArray(SPECIES, from, at + o).intoArray(to, target + o);
    }
  }

  @Override
  public void scan(
      double[] z,
      int[] first,
      int lines,
      int n,
      double[] real,
      double threshold,
      NearUnits found,
      double[] peak) {
    if (n == WIDTH) {
      scanOne(z, first, lines, real, threshold, found, peak);
    } else {
      scanMore(z, first, lines, n, real, threshold, found, peak);
    }
    found.list();
  }

  /** Where a row is one vector. */
  private static void scanOne(
      double[] z,
      int[] first,
      int lines,
      double[] real,
      double threshold,
      NearUnits found,
      double[] peak) {
    // As NearUnits.note does, with the count in a register.
    int[] interval = found.notedInterval;
    int[] chosen = found.notedBits;
    int notes = 0;
    DoubleVector level = DoubleVector.fromArray(SPECIES, real, 0).mul(-threshold);
    for (int m = 0; m < lines; m++) {
      int last = first[m + 1] - 1;
      DoubleVector before = DoubleVector.fromArray(SPECIES, z, first[m] * WIDTH);
      LongVector most = LongVector.zero(LONGS);
      for (int r = first[m]; r < last; r++) {
        DoubleVector after = DoubleVector.fromArray(SPECIES, z, r * WIDTH + WIDTH);
        most = after.mul(after).reinterpretAsLongs().max(most);
        int near = VectorKernels.negative(before.fma(after, level));
        interval[notes] = r;
        chosen[notes] = near;
        notes += -near >>> 31;
        before = after;
      }
      most.reinterpretAsDoubles().intoArray(peak, m * WIDTH);
    }
    Arrays.fill(found.notedUnit, 0, notes, 0);
    found.notes = notes;
  }

  private static void scanMore(
      double[] z,
      int[] first,
      int lines,
      int n,
      double[] real,
      double threshold,
      NearUnits found,
      double[] peak) {
    int[] interval = found.notedInterval;
    int[] unit = found.notedUnit;
    int[] chosen = found.notedBits;
    int notes = 0;
    for (int m = 0; m < lines; m++) {
      int last = first[m + 1] - 1;
      for (int r = first[m]; r < last; r++) {
        int row = r * n;
        for (int o = 0; o < n; o += WIDTH) {
          DoubleVector level = DoubleVector.fromArray(SPECIES, real, o).mul(-threshold);
          DoubleVector before = DoubleVector.fromArray(SPECIES, z, row + o);
          DoubleVector after = DoubleVector.fromArray(SPECIES, z, row + n + o);
          int near = VectorKernels.negative(before.fma(after, level));
          interval[notes] = r;
          unit[notes] = o;
          chosen[notes] = near;
          notes += -near >>> 31;
        }
      }
      for (int lane = 0; lane < LineKernels.LANES; lane += WIDTH) {
        LongVector most = LongVector.zero(LONGS);
        for (int row = (first[m] + 1) * n; row <= last * n; row += n) {
          DoubleVector squares = DoubleVector.zero(SPECIES);
          for (int o = lane; o < n; o += LineKernels.LANES) {
            DoubleVector value = DoubleVector.fromArray(SPECIES, z, row + o);
            squares = value.fma(value, squares);
          }
          // What is not negative has the same order as an integer, and takes one instruction so.
          most = squares.reinterpretAsLongs().max(most);
        }
        most.reinterpretAsDoubles().intoArray(peak, m * LineKernels.LANES + lane);
      }
    }
    found.notes = notes;
  }
}
