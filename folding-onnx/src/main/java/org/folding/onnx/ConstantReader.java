package org.folding.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;

/** Constant: a tensor, number or list of numbers in the node itself. */
final class ConstantReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    Attributes attributes = node.attributes();
    if (attributes.has("value")) {
      TensorProto tensor = attributes.tensor("value").orElseThrow();
      // The tensor in a node mostly has no name of its own.
      return node.tensors().read(tensor.toBuilder().setName(node.result()).build());
    }
    if (attributes.has("value_float")) {
      return constant(node, DataType.FLOAT, new int[0], attributes.bound("value_float"));
    }
    if (attributes.has("value_int")) {
      return constant(
          node, DataType.INT64, new int[0], (double) attributes.integer("value_int", 0));
    }
    if (attributes.has("value_floats")) {
      double[] values = attributes.reals("value_floats").orElseThrow();
      return constant(node, DataType.FLOAT, new int[] {values.length}, values);
    }
    if (attributes.has("value_ints")) {
      double[] values =
          Arrays.stream(attributes.integers("value_ints").orElseThrow()).asDoubleStream().toArray();
      return constant(node, DataType.INT64, new int[] {values.length}, values);
    }
    throw node.refuse("has no value, value_float, value_floats, value_int or value_ints");
  }

  private static Constant constant(NodeCall node, DataType type, int[] dims, double... values) {
    for (double value : values) {
      if (Double.isNaN(value) || (Double.isInfinite(value) && values.length > 1)) {
        throw node.refuse("holds " + value + "; constants must be finite");
      }
    }
    return Constant.of(node.result(), type, dims, values);
  }
}
