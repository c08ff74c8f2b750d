package org.folding.engine.kernel;

import java.util.Arrays;

/**
 * What {@link LineKernels#squaredBends} works on: triples of rows, of which the middle one strays
 * from the chord between the others.
 */
public final class RowBends {
  /** Where the first row of each starts. */
  public int[] first = new int[0];

  public int[] middle = new int[0];
  public int[] last = new int[0];

  /** The place of the middle row between the others, from 0 to 1. */
  public double[] part = new double[0];

  /** Receives the squared distances. */
  public double[] squares = new double[0];

  /** How many triples there are. */
  public int size;

  private final double[] partial = new double[LineKernels.LANES];

  /** Makes room for so many; what was there stays. */
  public void reserve(int count) {
    if (part.length < count) {
      first = Arrays.copyOf(first, 2 * count);
      middle = Arrays.copyOf(middle, 2 * count);
      last = Arrays.copyOf(last, 2 * count);
      part = Arrays.copyOf(part, 2 * count);
      squares = Arrays.copyOf(squares, 2 * count);
    }
  }

  /** Scratch of the kernels. */
  double[] partial() {
    return partial;
  }
}
