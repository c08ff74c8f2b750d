package org.folding.engine.kernel;

/** The weights that units have for their inputs, as the kernels read them. */
public interface Weights {
  /** The weight of input j for unit o is at j · stride + o. */
  double[] columns();

  /** The length of a column: the number of units, padded to whole vectors. */
  int stride();

  /**
   * The weights by tiles of {@link LineKernels#TILE} units, each column by column. What a product
   * reads together lies together.
   */
  double[] tiles();

  /** The distance from the start of a tile in {@link #tiles} to that of the next one. */
  int tileSize();

  /** The distance from the start of a column in a tile to that of the next one. */
  int tileStride();
}
