package org.folding.api.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Constant numbers of a network, finite, row-major, in float64. Immutable. */
public final class Tensor {
  private final Shape shape;
  private final double[] values;

  private Tensor(Shape shape, double[] values) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * @param shape the shape
   * @param values as many finite values as the shape has elements; copied
   * @return the tensor
   * @throws IllegalArgumentException if the number of values is not the shape's size, or a value is
   *     NaN or infinite; the message names its index
   */
  public static Tensor of(Shape shape, double... values) {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(
          "shape " + shape + " holds " + shape.size() + " values, not " + values.length);
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException("value " + values[i] + " at index " + i);
      }
    }
    return new Tensor(shape, values.clone());
  }

  /**
   * @param values finite values; copied
   * @return the vector of these values
   */
  public static Tensor vector(double... values) {
    return of(Shape.of(values.length), values);
  }

  /**
   * @param value a finite value
   * @return the tensor of rank 0
   */
  public static Tensor scalar(double value) {
    return of(Shape.of(), value);
  }

  /**
   * @return the shape
   */
  public Shape shape() {
    return shape;
  }

  /**
   * @return the number of elements
   */
  public int size() {
    return values.length;
  }

  /**
   * @param index a row-major index
   * @return the value there
   */
  public double get(int index) {
    return values[index];
  }

  /**
   * @return the values, row-major, in a new array
   */
  public double[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tensor tensor
        && shape.equals(tensor.shape)
        && Arrays.equals(values, tensor.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "tensor" + shape;
  }
}
