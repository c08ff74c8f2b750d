package org.folding.engine.kernel;

import java.util.Arrays;

/**
 * Rows that are multiplied with the weights of a stage together, in groups of neighbours. Of each
 * group only the columns take part at which a row is not zero.
 */
public final class RowBatch {
  /** How many rows are multiplied at a time. */
  public static final int GROUP = 4;

  /**
   * Row r starts at {@code first} + r · {@code spacing}; its number j is the factor of column j.
   */
  public double[] x;

  int first;
  int spacing;
  public int rows;

  /** Where the product of each row goes. */
  int[] target = new int[64];

  /** The columns of one group after the other. */
  int[] columns = new int[64];

  private int[] end = new int[16];
  private double[] packed = new double[256];

  /**
   * Starts without rows.
   *
   * @param factors where the rows are
   * @param start where the first one starts
   * @param distance from the start of a row to that of the next
   */
  @Initializer
  public void start(double[] factors, int start, int distance) {
    x = factors;
    first = start;
    spacing = distance;
    rows = 0;
  }

  /** Adds the row that comes next. */
  public void add(int to) {
    if (rows == target.length) {
      target = Arrays.copyOf(target, 2 * rows);
    }
    target[rows++] = to;
  }

  /**
   * Ends a group, which is full or the last one.
   *
   * @param chosen the columns that take part
   * @param count how many they are
   */
  public void endGroup(int[] chosen, int count) {
    int group = groups() - 1;
    int from = firstColumn(group);
    if (from + count > columns.length) {
      columns = Arrays.copyOf(columns, 2 * (from + count));
    }
    System.arraycopy(chosen, 0, columns, from, count);
    if (group == end.length) {
      end = Arrays.copyOf(end, 2 * group);
    }
    end[group] = from + count;
  }

  /**
   * Packs the factors: those of the rows of a group for the k-th of all its {@link #columns} are
   * from k · {@link #GROUP} on. Missing rows are replaced by the last one.
   */
  double[] pack() {
    int groups = groups();
    int count = endColumn(groups - 1);
    if (packed.length < GROUP * count) {
      packed = new double[2 * GROUP * count];
    }
    int k = 0;
    for (int g = 0; g < groups; g++) {
      int r0 = rowStart(GROUP * g);
      int r1 = rowStart(Math.min(GROUP * g + 1, rows - 1));
      int r2 = rowStart(Math.min(GROUP * g + 2, rows - 1));
      int r3 = rowStart(Math.min(GROUP * g + 3, rows - 1));
      for (; k < endColumn(g); k++) {
        int j = columns[k];
        packed[GROUP * k] = x[r0 + j];
        packed[GROUP * k + 1] = x[r1 + j];
        packed[GROUP * k + 2] = x[r2 + j];
        packed[GROUP * k + 3] = x[r3 + j];
      }
    }
    return packed;
  }

  /** Where a row starts. */
  public int rowStart(int row) {
    return first + row * spacing;
  }

  int groups() {
    return (rows + GROUP - 1) / GROUP;
  }

  /** Where the columns of a group start. */
  int firstColumn(int group) {
    return group == 0 ? 0 : end[group - 1];
  }

  /** Where they end. */
  int endColumn(int group) {
    return end[group];
  }
}
