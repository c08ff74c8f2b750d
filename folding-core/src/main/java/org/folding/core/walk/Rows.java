package org.folding.core.walk;

/** Rows of numbers in one array that is used again and again; as large as was ever needed. */
final class Rows {
  private double[] data = new double[0];

  /**
   * Makes room; what the rows hold is lost.
   *
   * @throws ArithmeticException if they do not fit one array
   */
  void reserve(int rows, int stride) {
    int length = Math.multiplyExact(rows, stride);
    if (data.length < length) {
      data = new double[(int) Math.min(Integer.MAX_VALUE - 8L, Math.max(length, 2L * data.length))];
    }
  }

  /** Row r starts at r · stride. */
  double[] data() {
    return data;
  }
}
