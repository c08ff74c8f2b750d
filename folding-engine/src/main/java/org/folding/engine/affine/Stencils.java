package org.folding.engine.affine;

import java.util.Arrays;

/**
 * Sparse rows, or columns, each kept once however many places it stands at. The rows of a
 * convolution are equal but for the place that they read from, so each is a stencil, moved to that
 * place: offsets from it, and a weight, or some, at each offset.
 */
public final class Stencils {
  private final int width;
  private final String matrix;
  private int[] first = new int[17];
  private int[] offset = new int[64];
  private double[] weight;
  private int[] hash = new int[16];
  private int count;
  // Numbers of stencils + 1, at their hash or at the next free place.
  private int[] table = new int[64];

  /**
   * @param width how many weights each offset has
   * @param matrix what is put together, for a message
   */
  public Stencils(int width, String matrix) {
    this.width = width;
    this.matrix = matrix;
    this.weight = new double[width * offset.length];
  }

  /**
   * Takes up a stencil, or finds it among those that there are.
   *
   * @param size how many offsets it has
   * @return its number
   * @throws ArithmeticException if all of them take more than an eighth of the heap
   */
  public int add(int[] offsets, double[] weights, int size) {
    int hashed = hash(offsets, weights, size);
    int mask = table.length - 1;
    int at = hashed & mask;
    while (table[at] != 0) {
      int s = table[at] - 1;
      if (hash[s] == hashed && equals(s, offsets, weights, size)) {
        return s;
      }
      at = (at + 1) & mask;
    }
    append(offsets, weights, size, hashed);
    table[at] = count;
    if (2 * count > table.length) {
      grow();
    }
    return count - 1;
  }

  /**
   * Takes up all stencils of another.
   *
   * @return the number here of each
   */
  int[] addAll(Stencils other) {
    int[] number = new int[other.count];
    for (int s = 0; s < number.length; s++) {
      int from = other.first[s];
      int to = other.first[s + 1];
      number[s] =
          add(
              Arrays.copyOfRange(other.offset, from, to),
              Arrays.copyOfRange(other.weight, width * from, width * to),
              to - from);
    }
    return number;
  }

  private int hash(int[] offsets, double[] weights, int size) {
    long h = size;
    long g = 0;
    for (int e = 0; e < size; e++) {
      h = 31 * h + offsets[e];
      g = 31 * g + Double.doubleToRawLongBits(weights[width * e]);
    }
    h = (h + 31 * g) * 0x9E3779B97F4A7C15L;
    return (int) (h >>> 32);
  }

  private boolean equals(int s, int[] offsets, double[] weights, int size) {
    int from = first[s];
    int end = first[s + 1];
    return end - from == size
        && Arrays.equals(offset, from, end, offsets, 0, size)
        && Arrays.equals(weight, width * from, width * end, weights, 0, width * size);
  }

  private void append(int[] offsets, double[] weights, int size, int hashed) {
    int from = first[count];
    reserve(from + size);
    if (count + 2 > first.length) {
      first = Arrays.copyOf(first, 2 * first.length);
      hash = Arrays.copyOf(hash, first.length);
    }
    System.arraycopy(offsets, 0, offset, from, size);
    System.arraycopy(weights, 0, weight, width * from, width * size);
    hash[count++] = hashed;
    first[count] = from + size;
  }

  private void reserve(int size) {
    if (size <= offset.length) {
      return;
    }
    long bytes = Integer.BYTES + (long) width * Double.BYTES;
    long fit =
        Math.min((Integer.MAX_VALUE - 8) / width, Runtime.getRuntime().maxMemory() / 8 / bytes);
    if (size > fit) {
      throw new ArithmeticException(matrix);
    }
    int capacity = (int) Math.min(fit, 2L * size);
    offset = Arrays.copyOf(offset, capacity);
    weight = Arrays.copyOf(weight, width * capacity);
  }

  private void grow() {
    table = new int[2 * table.length];
    for (int s = 0; s < count; s++) {
      int at = hash[s] & (table.length - 1);
      while (table[at] != 0) {
        at = (at + 1) & (table.length - 1);
      }
      table[at] = s + 1;
    }
  }

  /** Gives back what was kept to find stencils and to add more. */
  public void finish() {
    table = new int[0];
    hash = new int[0];
    offset = Arrays.copyOf(offset, first[count]);
    weight = Arrays.copyOf(weight, width * first[count]);
  }

  /** The sum of the absolute weights of a stencil. */
  public double absoluteSum(int stencil) {
    double sum = 0;
    for (int e = width * first[stencil]; e < width * first[stencil + 1]; e++) {
      sum += Math.abs(weight[e]);
    }
    return sum;
  }

  /** The sum of the squared weights of a stencil. */
  public double squares(int stencil) {
    double sum = 0;
    for (int e = width * first[stencil]; e < width * first[stencil + 1]; e++) {
      sum += weight[e] * weight[e];
    }
    return sum;
  }

  /** The largest absolute weight of a stencil. */
  public double largest(int stencil) {
    double largest = 0;
    for (int e = width * first[stencil]; e < width * first[stencil + 1]; e++) {
      largest = Math.max(largest, Math.abs(weight[e]));
    }
    return largest;
  }

  /** How many distinct ones there are. */
  public int count() {
    return count;
  }

  /** The first entry of a stencil; for {@link #count} the number of entries. */
  public int first(int stencil) {
    return first[stencil];
  }

  /** Of each entry how far it is from the place that the stencil stands at. */
  public int[] offsets() {
    return offset;
  }

  /** Of each entry its weights, one entry after the other. */
  public double[] weights() {
    return weight;
  }
}
