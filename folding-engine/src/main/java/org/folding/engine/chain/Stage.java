package org.folding.engine.chain;

import java.util.Arrays;
import java.util.Objects;
import org.folding.engine.affine.AffineMap;
import org.folding.engine.affine.Stencils;
import org.folding.engine.kernel.LineKernels;
import org.folding.engine.kernel.PointLoops;
import org.folding.engine.kernel.SingleWeights;
import org.folding.engine.kernel.StageWeights;
import org.folding.engine.kernel.Weights;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a {@link Chain}: an affine map, then a kink in each unit. Unit o turns its
 * pre-activation z into z where z &gt; 0 and into slope[o] · z elsewhere; a slope of 1 is no kink.
 *
 * <p>Weights stand column by column, so that what one input contributes to all units is one run of
 * memory: the column of a unit that flips is all that changes in the next stage. Where few units
 * read an input, as in a convolution, only those stand there.
 */
public final class Stage {
  /** A matrix of at most so many weights is always kept whole. */
  private static final int SMALL = 1 << 17;

  /** A larger one is kept whole if more than one in so many weights is not zero. */
  private static final int SPARSE = 4;

  /** Of fewer units all are followed. */
  private static final int MANY = 64;

  /**
   * Nor are units chosen where a larger share is active at a time: along a line about twice as many
   * are.
   */
  private static final double RARE = 0.2;

  private static final String NO_MATRIX = "the stage is sparse";

  public final int inputs;
  public final int units;

  /** The length of a column of weights: the number of units, padded to whole vectors. */
  public final int stride;

  private final double @Nullable [] weights;
  private final @Nullable Weights matrix;
  private final @Nullable SingleWeights single;

  /** The columns of a sparse stage, or null. */
  public final @Nullable SparseColumns sparse;

  /** How the units fall into cells; all of a stage that is not sparse are one. */
  public final Cells cells;

  /** The bias of each unit; padded with zeros. */
  public final double[] bias;

  /** 1 for each unit, and −1 for what stands behind the last one in a row. */
  public final double[] real;

  /** The slope of each unit where its pre-activation is not positive; padded with zeros. */
  public final double[] slope;

  /** Whether each unit passes on what it gets or nothing, as a ReLU. */
  public final boolean passesAllOrNothing;

  /** The bit of each unit, or −1 where it is not counted. */
  public final int[] bit;

  /** Whether each unit is counted. */
  public final boolean countsAll;

  /** The largest slope of a unit, at least 1: what the units amplify values and errors by. */
  public final double steepest;

  /** Whether the sign of each unit matters: it bends, or it is counted. */
  public final boolean[] watched;

  /** The largest sum of the absolute weights of a unit. */
  final double absoluteRowSum;

  /** The largest Euclidean norm of the weights of a unit. */
  final double rowNorm;

  /** The largest absolute bias. */
  public final double absoluteBias;

  /** By how much an error in the inputs grows in the units' pre-activations. */
  final double errorGain;

  /** By how much it grows in the values that the units make of them together. */
  final double passedGain;

  /** The square root of the number of terms of a sum, by which its rounding errors grow. */
  final double rootInputs;

  /** The largest absolute weight in each column. */
  public final double[] absoluteColumn;

  /**
   * Whether few of its units are active at a time, as far as was seen, so that those of a line are
   * worth choosing.
   */
  public final boolean isRarelyActive;

  /**
   * @param map the affine map
   * @param slope the slope of each unit where its pre-activation is not positive
   * @param bit the bit of each unit, or −1
   * @param cells how the units of a sparse stage fall into cells, or null for a stage whose matrix
   *     is kept whole
   * @param errorGain by how much an error in the inputs grows in the pre-activations
   * @param passedGain by how much it grows in the values that the units make of them together
   * @param activity the share of its units that is active at a time
   */
  public Stage(
      AffineMap map,
      double[] slope,
      int[] bit,
      @Nullable Cells cells,
      double errorGain,
      double passedGain,
      double activity) {
    this.inputs = map.inputs();
    this.units = map.outputs();
    this.stride = LineKernels.padded(units);
    this.bias = new double[stride];
    this.real = new double[stride];
    Arrays.fill(real, 0, units, 1);
    Arrays.fill(real, units, stride, -1);
    this.slope = Arrays.copyOf(slope, stride);
    this.passesAllOrNothing = Arrays.stream(slope).allMatch(s -> s == 0);
    this.bit = bit;
    this.countsAll = Arrays.stream(bit).limit(units).allMatch(b -> b >= 0);
    this.steepest = Arrays.stream(slope).map(Math::abs).reduce(1, Math::max);
    this.watched = new boolean[units];
    for (int o = 0; o < units; o++) {
      bias[o] = map.bias(o);
      watched[o] = slope[o] != 1 || bit[o] >= 0;
    }
    Stencils rows = map.stencils();
    double largestSum = 0;
    double largestSquares = 0;
    int widest = 0;
    for (int s = 0; s < rows.count(); s++) {
      largestSum = Math.max(largestSum, rows.absoluteSum(s));
      largestSquares = Math.max(largestSquares, rows.squares(s));
      widest = Math.max(widest, rows.first(s + 1) - rows.first(s));
    }
    this.rootInputs = Math.sqrt(cells == null ? inputs : widest);
    this.absoluteRowSum = largestSum;
    this.rowNorm = Math.sqrt(largestSquares);
    this.absoluteBias = Arrays.stream(bias).map(Math::abs).max().orElse(0);
    this.errorGain = errorGain;
    this.passedGain = passedGain;
    this.isRarelyActive = cells == null && passesAllOrNothing && units >= MANY && activity <= RARE;
    if (cells == null) {
      double[] whole = new double[matrixSize(inputs, stride)];
      this.cells = Cells.one(stride);
      this.absoluteColumn = fill(map, whole);
      this.sparse = null;
      this.weights = whole;
      this.matrix = new StageWeights(whole, inputs, stride);
      this.single = isRarelyActive ? new SingleWeights(whole, inputs, bias, stride) : null;
    } else {
      this.cells = cells;
      this.sparse = new SparseColumns(map, cells);
      this.absoluteColumn = sparse.largest();
      this.weights = null;
      this.matrix = null;
      this.single = null;
    }
  }

  /** The weight of input j for unit o is at j · stride + o; only where the stage is not sparse. */
  public double[] weights() {
    return Objects.requireNonNull(weights, NO_MATRIX);
  }

  /** The same for products; only where the stage is not sparse. */
  public Weights matrix() {
    return Objects.requireNonNull(matrix, NO_MATRIX);
  }

  /** The same in single precision; only where {@link #isRarelyActive}. */
  public SingleWeights single() {
    return Objects.requireNonNull(single, "the stage has no weights in single precision");
  }

  /** Fills in the whole matrix; returns the largest absolute weight of each column. */
  private double[] fill(AffineMap map, double[] whole) {
    double[] largest = new double[inputs];
    for (int o = 0; o < units; o++) {
      for (int e = map.first(o); e < map.end(o); e++) {
        int j = map.input(o, e);
        double weight = map.weight(e);
        whole[j * stride + o] = weight;
        largest[j] = Math.max(largest[j], Math.abs(weight));
      }
    }
    return largest;
  }

  /** Whether a map is so large, and has so many zeros, that a stage keeps it sparse. */
  public static boolean isSparse(AffineMap map) {
    long size = (long) map.inputs() * map.outputs();
    return size > SMALL && SPARSE * map.entries() < size;
  }

  /**
   * @throws ArithmeticException if such a matrix would take more than an eighth of the heap
   */
  private static int matrixSize(int inputs, int stride) {
    long size = (long) inputs * stride;
    if (size > Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 8 / Double.BYTES)) {
      throw new ArithmeticException(stride + " by " + inputs);
    }
    return (int) size;
  }

  /** y += Σ x_j · column j over some of the inputs j. */
  public void addColumns(double[] x, int[] chosen, int count, double[] y) {
    if (sparse == null) {
      PointLoops.addColumns(weights(), stride, x, chosen, count, y, units);
    } else {
      for (int k = 0; k < count; k++) {
        sparse.add(chosen[k], x[chosen[k]], y);
      }
    }
  }
}
