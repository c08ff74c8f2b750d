package org.folding.engine.kernel;

import org.jspecify.annotations.Nullable;

/** All weights of a stage. Shared by all threads, and the same for ever. */
public final class StageWeights implements Weights {
  private static final int TILE = LineKernels.TILE;

  private final double[] columns;
  private final int stride;
  private final int tileSize;
  private volatile double @Nullable [] tiles;

  /**
   * @param columns the weights column by column; not copied
   * @param inputs how many columns
   * @param stride the length of a column
   */
  public StageWeights(double[] columns, int inputs, int stride) {
    this.columns = columns;
    this.stride = stride;
    this.tileSize = Math.multiplyExact(inputs, TILE);
  }

  @Override
  public double[] columns() {
    return columns;
  }

  @Override
  public int stride() {
    return stride;
  }

  /** Made when they are first asked for. */
  @Override
  public double[] tiles() {
    double[] made = tiles;
    return made == null ? makeTiles() : made;
  }

  private synchronized double[] makeTiles() {
    double[] made = tiles;
    if (made == null) {
      made = new double[Math.multiplyExact((stride + TILE - 1) / TILE, tileSize)];
      for (int o = 0; o < stride; o += TILE) {
        int count = Math.min(TILE, stride - o);
        int first = o / TILE * tileSize;
        for (int at = 0; at < tileSize; at += TILE) {
          System.arraycopy(columns, at / TILE * stride + o, made, first + at, count);
        }
      }
      tiles = made;
    }
    return made;
  }

  @Override
  public int tileSize() {
    return tileSize;
  }

  @Override
  public int tileStride() {
    return TILE;
  }
}
