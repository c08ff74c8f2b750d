package org.folding.core.walk;

import java.util.Arrays;

/**
 * The weights that units have for the inputs of their stage: column by column, and as products read
 * them, by tiles of {@link LineKernels#TILE} units.
 */
final class Weights {
  private static final int TILE = LineKernels.TILE;

  /** The weight of input j for unit o is at j · stride + o. */
  double[] columns;

  /** The length of a column: the number of units, padded to whole vectors. */
  int stride;

  /** From where a tile starts in {@link #tiles} to where the next one does. */
  int tileSize;

  /** From where a column starts in a tile to where the next one does. */
  int tileStride;

  private volatile double[] tiles;

  // Of units that were chosen: where their weights stand among those of an input.
  private int[] offset = new int[0];

  /** Room for weights that are to be {@linkplain #choose chosen}. */
  Weights() {
    columns = new double[0];
    // Where no input is followed there is nothing to make room for.
    tiles = columns;
  }

  /**
   * @param columns the weights column by column
   * @param inputs how many columns
   */
  Weights(double[] columns, int inputs, int stride) {
    this.columns = columns;
    this.stride = stride;
    this.tileStride = TILE;
    this.tileSize = Math.multiplyExact(inputs, TILE);
  }

  /**
   * The weights by tiles: those of a tile column by column, then those of the next units. What a
   * product reads together lies together. Made when they are first asked for.
   */
  double[] tiles() {
    double[] made = tiles;
    return made == null ? makeTiles() : made;
  }

  private synchronized double[] makeTiles() {
    if (tiles == null) {
      double[] made = new double[Math.multiplyExact((stride + TILE - 1) / TILE, tileSize)];
      for (int o = 0; o < stride; o += TILE) {
        int count = Math.min(TILE, stride - o);
        int first = o / TILE * tileSize;
        for (int at = 0; at < tileSize; at += TILE) {
          System.arraycopy(columns, at / TILE * stride + o, made, first + at, count);
        }
      }
      tiles = made;
    }
    return tiles;
  }

  /**
   * Takes over the weights of some units for some inputs; those for other inputs are of no meaning.
   *
   * @param stage whose weights they are
   * @param units the units, which stand one after the other here
   * @param inputs some inputs, the first {@code inputCount}
   * @param places of the inputs, where their columns stand here
   */
  void choose(
      Stage stage, int[] units, int unitCount, int[] inputs, int inputCount, FollowedUnits places) {
    stride = LineKernels.padded(unitCount);
    int length = Math.multiplyExact(places.stride, stride);
    if (columns.length < length) {
      columns = new double[length];
      // Few as they are, products read them as they stand.
      tiles = columns;
    }
    tileSize = TILE;
    tileStride = stride;
    if (offset.length < unitCount) {
      offset = new int[2 * unitCount];
    }
    SingleWeights single = stage.single;
    for (int c = 0; c < unitCount; c++) {
      offset[c] = single.isExact ? single.index(0, units[c]) : units[c];
    }
    for (int i = 0; i < inputCount; i++) {
      int to = places.place(inputs[i]) * stride;
      if (single.isExact) {
        // They have just been read to choose the units, and are half as long.
        copy(single.tiles, single.index(inputs[i], 0), unitCount, to);
      } else {
        copy(stage.weights, inputs[i] * stage.stride, unitCount, to);
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
}
