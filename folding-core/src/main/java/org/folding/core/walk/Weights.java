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
    for (int i = 0; i < inputCount; i++) {
      int to = places.place(inputs[i]) * stride;
      if (stage.single.isExact) {
        copy(stage.single, inputs[i], units, unitCount, to);
      } else {
        copy(stage, inputs[i], units, unitCount, to);
      }
      // What stands behind the last unit stays as it is.
      Arrays.fill(columns, to + unitCount, to + stride, 0);
    }
  }

  /** They have just been read to choose the units, and are half as long. */
  private void copy(SingleWeights from, int input, int[] units, int unitCount, int to) {
    float[] single = from.tiles;
    int first = from.index(input, 0);
    int tile = from.tileSize;
    for (int c = 0; c < unitCount; c++) {
      int o = units[c];
      columns[to + c] = single[first + o / SingleWeights.TILE * tile + o % SingleWeights.TILE];
    }
  }

  private void copy(Stage from, int input, int[] units, int unitCount, int to) {
    double[] whole = from.weights;
    int first = input * from.stride;
    for (int c = 0; c < unitCount; c++) {
      columns[to + c] = whole[first + units[c]];
    }
  }
}
