package org.folding.engine.trace;

import java.util.Arrays;
import org.folding.engine.chain.Stage;
import org.folding.engine.kernel.LineKernels;
import org.folding.engine.kernel.SingleWeights;
import org.folding.engine.kernel.Weights;

/** The weights of some units for some inputs: scratch memory, filled again for each line. */
final class ChosenWeights implements Weights {
  private double[] columns = new double[0];
  private int stride;
  // Where the weights of each unit stand among those of an input.
  private int[] offset = new int[0];

  /**
   * Copies the weights of some units for some inputs; those for other inputs are of no meaning.
   *
   * @param stage whose weights they are
   * @param units the units, which stand one after the other here
   * @param inputs some inputs, the first {@code inputCount}
   * @param places of the inputs, where their columns stand here
   */
  void choose(
      Stage stage, int[] units, int unitCount, int[] inputs, int inputCount, FollowedUnits places) {
    stride = LineKernels.padded(unitCount);
    int length = Math.multiplyExact(places.stride(), stride);
    if (columns.length < length) {
      columns = new double[length];
    }
    if (offset.length < unitCount) {
      offset = new int[2 * unitCount];
    }
    double[] weights = stage.weights();
    SingleWeights single = stage.single();
    for (int c = 0; c < unitCount; c++) {
      offset[c] = single.isExact ? single.index(0, units[c]) : units[c];
    }
    for (int i = 0; i < inputCount; i++) {
      int to = places.place(inputs[i]) * stride;
      if (single.isExact) {
        // They have just been read to choose the units, and are half as long.
        copy(single.tiles, single.index(inputs[i], 0), unitCount, to);
      } else {
        copy(weights, inputs[i] * stage.stride, unitCount, to);
      }
      // What stands behind the last unit stays as it is.
      Arrays.fill(columns, to + unitCount, to + stride, 0);
    }
  }

  private void copy(float[] from, int first, int unitCount, int to) {
    for (int c = 0; c < unitCount; c++) {
      columns[to + c] = from[first + offset[c]];
    }
  }

  private void copy(double[] from, int first, int unitCount, int to) {
    for (int c = 0; c < unitCount; c++) {
      columns[to + c] = from[first + offset[c]];
    }
  }

  @Override
  public double[] columns() {
    return columns;
  }

  @Override
  public int stride() {
    return stride;
  }

  /** Few as they are, products read the columns as they stand. */
  @Override
  public double[] tiles() {
    return columns;
  }

  @Override
  public int tileSize() {
    return LineKernels.TILE;
  }

  @Override
  public int tileStride() {
    return stride;
  }
}
