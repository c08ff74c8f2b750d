package org.folding.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The operators that exporters compute shapes with. A symbolic batch counts as one of a single
 * input, which is what a network evaluates at a time.
 */
final class ShapeReaders {
  private ShapeReaders() {}

  static Value shape(NodeCall node) {
    int[] dims = dims(node);
    int start = bound(node, "start", 0, dims.length);
    int end = bound(node, "end", dims.length, dims.length);
    double[] values =
        IntStream.range(start, Math.max(start, end)).mapToDouble(axis -> dims[axis]).toArray();
    return Constant.of(node.result(), DataType.INT64, new int[] {values.length}, values);
  }

  private static int bound(NodeCall node, String name, int absent, int rank) {
    long bound = node.attributes().integer(name, absent);
    return (int) Math.max(0, Math.min(rank, bound < 0 ? bound + rank : bound));
  }

  static Value size(NodeCall node) {
    return Constant.of(
        node.result(), DataType.INT64, new int[0], new double[] {Strides.size(dims(node))});
  }

  /** The extents as the graph has them. */
  private static int[] dims(NodeCall node) {
    Operand x = Operand.of(node, 0);
    IntStream batch = x.hidden() > 0 ? IntStream.of(node.batch().rows()) : IntStream.empty();
    return IntStream.concat(batch, IntStream.of(x.dims())).toArray();
  }

  static Value filled(NodeCall node) {
    long[] wanted = node.constant(0).toLongs();
    if (Arrays.stream(wanted).anyMatch(extent -> extent < 0 || extent > Integer.MAX_VALUE)) {
      throw node.refuse("has the impossible target shape " + Arrays.toString(wanted));
    }
    int[] dims = Arrays.stream(wanted).mapToInt(extent -> (int) extent).toArray();
    Operand.requireSmall(node, dims);
    Constant filling = filling(node);
    double[] values = new double[Strides.size(dims)];
    Arrays.fill(values, filling.values()[0]);
    return Constant.of(node.result(), filling.type(), dims, values);
  }

  /** The one number that a ConstantOfShape repeats. */
  static Constant filling(NodeCall node) {
    if (!node.attributes().has("value")) {
      return Constant.of(node.result(), DataType.FLOAT, new int[] {1}, new double[1]);
    }
    TensorProto tensor = node.attributes().tensor("value").orElseThrow();
    Constant value = node.tensors().read(tensor.toBuilder().setName(node.result()).build());
    if (value.values().length != 1) {
      throw node.refuse("has a value of shape " + value.shapeText() + ", not a single number");
    }
    return value;
  }

  static Value equal(NodeCall node) {
    return ConstantArithmetic.combined(
        node, node.constant(0), node.constant(1), DataType.BOOL, (a, b) -> a == b ? 1 : 0);
  }

  /** Among constants, where exporters choose the extents of an Expand. */
  static Value where(NodeCall node) {
    Constant condition = node.constant(0);
    Constant yes = node.constant(1);
    Constant no = node.constant(2);
    int[] dims = Strides.common(condition.dims(), yes.dims());
    dims = dims == null ? null : Strides.common(dims, no.dims());
    if (dims == null || yes.type() != no.type()) {
      throw node.refuse(
          "chooses between constants of shape "
              + yes.shapeText()
              + " and "
              + no.shapeText()
              + " by one of shape "
              + condition.shapeText()
              + ", which do not fit together");
    }
    Operand.requireSmall(node, dims);
    double[] choice = Strides.broadcast(condition.values(), condition.dims(), dims);
    double[] first = Strides.broadcast(yes.values(), yes.dims(), dims);
    double[] second = Strides.broadcast(no.values(), no.dims(), dims);
    double[] result = new double[choice.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = choice[i] != 0 ? first[i] : second[i];
    }
    return Constant.of(node.result(), yes.type(), dims, result);
  }
}
