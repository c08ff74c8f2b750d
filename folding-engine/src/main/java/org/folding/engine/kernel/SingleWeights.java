package org.folding.engine.kernel;

/**
 * The weights and biases of a stage in single precision, for bounds that allow for its rounding:
 * vectors hold twice as many, and half as much is read.
 */
public final class SingleWeights {
  /** How many units the weights of a tile belong to. */
  static final int TILE = 2 * LineKernels.TILE;

  /** The number of units, padded to whole tiles. */
  final int stride;

  /** The bias of each unit; padded with zeros. */
  final float[] bias;

  /** The weights of a tile column by column, then those of the next units. */
  public final float[] tiles;

  /**
   * Whether each weight is a number of single precision, as in most files, and so is kept as is.
   */
  public final boolean isExact;

  private final int tileSize;

  /**
   * @param columns the weight of input j for unit o is at j · length + o
   * @param bias of each unit
   * @param length the length of a column
   */
  public SingleWeights(double[] columns, int inputs, double[] bias, int length) {
    this.stride = padded(length);
    this.bias = new float[stride];
    this.tileSize = Math.multiplyExact(inputs, TILE);
    this.tiles = new float[Math.multiplyExact(stride / TILE, tileSize)];
    boolean exact = true;
    for (int o = 0; o < length; o++) {
      this.bias[o] = (float) bias[o];
      for (int j = 0; j < inputs; j++) {
        double weight = columns[j * length + o];
        float single = (float) weight;
        tiles[index(j, o)] = single;
        exact &= single == weight;
      }
    }
    this.isExact = exact;
  }

  /** The next multiple of {@link #TILE}. */
  public static int padded(int n) {
    return (n + TILE - 1) / TILE * TILE;
  }

  /** Where the weight of an input for a unit is in {@link #tiles}. */
  public int index(int input, int unit) {
    return unit / TILE * tileSize + input * TILE + unit % TILE;
  }
}
