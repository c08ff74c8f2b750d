package org.folding.engine.kernel;

/** Rows of numbers in one array that is used again and again; as large as was ever needed. */
public final class Rows {
  private double[] data = new double[0];

  /**
   * Makes room; what the rows hold is lost.
   *
   * @throws ArithmeticException if they do not fit one array
   */
  public void reserve(int rows, int stride) {
    int length = Math.multiplyExact(rows, stride);
    if (data.length < length) {
      data = new double[(int) Math.min(Integer.MAX_VALUE - 8L, Math.max(length, 2L * data.length))];
    }
  }

  /** Row r starts at r · stride. */
  public double[] data() {
    return data;
  }
}
