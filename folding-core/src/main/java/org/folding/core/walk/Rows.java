package org.folding.core.walk;

import java.util.Arrays;

/** Rows of numbers that are used again and again; as many and as long as were ever needed. */
final class Rows {
  private double[][] rows = new double[0][];
  private int made;
  private int length;

  /** Makes room; what the rows hold is lost. */
  void reserve(int count, int minimumLength) {
    if (length < minimumLength) {
      length = minimumLength;
      made = 0;
    }
    if (rows.length < count) {
      rows = Arrays.copyOf(rows, Math.max(count, 2 * rows.length));
    }
    while (made < count) {
      rows[made++] = new double[length];
    }
  }

  double[] row(int index) {
    return rows[index];
  }
}
