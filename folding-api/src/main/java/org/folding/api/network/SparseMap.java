package org.folding.api.network;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An affine map that reads few elements for each result: y_i = shift_i + Σ_e weight_e · x_{index_e}
 * over the entries e of row i. Moving elements about is one (transpose, slice, gather, pad,
 * expand), and so are sums and means over axes and average pools. Immutable; made by {@link
 * #builder}.
 */
public final class SparseMap implements Operation {
  private final Shape shape;
  private final int[] starts;
  private final int[] indices;
  private final double[] weights;
  private final double[] shifts;

  private SparseMap(Builder builder) {
    this.shape = builder.shape;
    this.starts = builder.starts.clone();
    this.indices = Arrays.copyOf(builder.indices, builder.entries);
    this.weights = Arrays.copyOf(builder.weights, builder.entries);
    this.shifts = builder.shifts.clone();
  }

  /**
   * @param shape the shape of the result
   * @return a builder, to which the rows are added in the row-major order of the result
   */
  public static Builder builder(Shape shape) {
    return new Builder(shape);
  }

  /**
   * A map that moves elements about.
   *
   * @param shape the shape of the result
   * @param sources for each element of the result, row-major, the row-major index of the element
   *     that it is
   * @return the map
   */
  public static SparseMap select(Shape shape, int... sources) {
    Builder builder = new Builder(shape);
    for (int source : sources) {
      builder.entry(source, 1).endRow(0);
    }
    return builder.build();
  }

  /**
   * @return the shape of the result
   */
  public Shape shape() {
    return shape;
  }

  /**
   * @param row a row-major index of the result, or its size
   * @return the row's first entry; for the size the number of entries
   */
  public int firstEntry(int row) {
    return starts[row];
  }

  /**
   * @param entry an entry
   * @return the row-major index of the element that it reads
   */
  public int index(int entry) {
    return indices[entry];
  }

  /**
   * @param entry an entry
   * @return what the element is multiplied by
   */
  public double weight(int entry) {
    return weights[entry];
  }

  /**
   * @param row a row-major index of the result
   * @return what is added to the sum
   */
  public double shift(int row) {
    return shifts[row];
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    int size = Operands.single("a sparse map", inputs).size();
    for (int index : indices) {
      if (index >= size) {
        throw new IllegalArgumentException("reads element " + index + " of " + size);
      }
    }
    return shape;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SparseMap map
        && shape.equals(map.shape)
        && Arrays.equals(starts, map.starts)
        && Arrays.equals(indices, map.indices)
        && Arrays.equals(weights, map.weights)
        && Arrays.equals(shifts, map.shifts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(indices) + Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return "sparse map to " + shape + " with " + indices.length + " entries";
  }

  /** Collects the rows of a {@link SparseMap}, one after the other. */
  public static final class Builder {
    private final Shape shape;
    private final int[] starts;
    private final double[] shifts;
    private int[] indices;
    private double[] weights;
    private int row;
    private int entries;

    private Builder(Shape shape) {
      this.shape = Objects.requireNonNull(shape, "shape is null");
      this.starts = new int[shape.size() + 1];
      this.shifts = new double[shape.size()];
      this.indices = new int[shape.size()];
      this.weights = new double[shape.size()];
    }

    /**
     * Adds an entry to the row at hand.
     *
     * @param index the row-major index of the element that it reads, at least 0
     * @param weight what the element is multiplied by, finite
     * @return this builder
     */
    public Builder entry(int index, double weight) {
      if (index < 0) {
        throw new IllegalArgumentException("reads element " + index);
      }
      if (!Double.isFinite(weight)) {
        throw new IllegalArgumentException("weight " + weight + " for element " + index);
      }
      if (entries == indices.length) {
        int capacity = Math.max(16, Math.addExact(entries, entries >> 1));
        indices = Arrays.copyOf(indices, capacity);
        weights = Arrays.copyOf(weights, capacity);
      }
      indices[entries] = index;
      weights[entries++] = weight;
      return this;
    }

    /**
     * Ends the row at hand.
     *
     * @param shift what is added to the sum, finite
     * @return this builder
     */
    public Builder endRow(double shift) {
      if (row == shifts.length) {
        throw new IllegalArgumentException("more rows than shape " + shape + " has elements");
      }
      if (!Double.isFinite(shift)) {
        throw new IllegalArgumentException("shift " + shift + " of row " + row);
      }
      shifts[row++] = shift;
      starts[row] = entries;
      return this;
    }

    /**
     * @return the map
     * @throws IllegalArgumentException if there are fewer rows than the shape has elements
     */
    public SparseMap build() {
      if (row != shifts.length) {
        throw new IllegalArgumentException(row + " rows for a result of shape " + shape);
      }
      return new SparseMap(this);
    }
  }
}
