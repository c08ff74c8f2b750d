package org.folding.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;

/**
 * Numbers that are known when the model is loaded, row-major. Unlike a {@link Tensor} it may have
 * no elements and may hold integers; those beyond 2^53 lose their last digits, which no shape
 * needs.
 *
 * @param name where the numbers come from, for messages
 * @param type the type in the file
 * @param dims the extents, each 0 or more
 * @param values as many values as the product of the extents; never changed
 */
record Constant(String name, DataType type, int[] dims, double[] values) implements Value {

  static Constant of(String name, DataType type, int[] dims, double[] values) {
    return new Constant(name, type, dims, values);
  }

  boolean isFloat() {
    return FloatTypes.contains(type);
  }

  @Override
  public OptionalDouble number() {
    return isFloat() && Arrays.stream(values).distinct().count() == 1
        ? OptionalDouble.of(values[0])
        : OptionalDouble.empty();
  }

  int rank() {
    return dims.length;
  }

  /** The same numbers under other extents of the same product. */
  Constant withDims(int... newDims) {
    return new Constant(name, type, newDims, values);
  }

  /** The values as whole numbers. */
  long[] toLongs() {
    return Arrays.stream(values).mapToLong(v -> (long) v).toArray();
  }

  Tensor toTensor() {
    return Tensor.of(Shape.of(dims), values);
  }

  String shapeText() {
    return text(dims);
  }

  static String text(int[] dims) {
    return Arrays.stream(dims).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }
}
