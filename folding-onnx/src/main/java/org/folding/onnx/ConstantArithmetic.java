package org.folding.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.function.DoubleBinaryOperator;

/** Combines constants element by element. */
final class ConstantArithmetic {
  /** The most values that two smaller constants may be repeated to. */
  private static final int MOST_VALUES = 1 << 26;

  private ConstantArithmetic() {}

  /**
   * @param node the node that combines them
   * @param a a constant
   * @param b a constant of the same type
   * @param type the type of the result
   * @param function what becomes of two numbers
   * @return the result, of the extents that the two broadcast to
   */
  static Constant combined(
      NodeCall node, Constant a, Constant b, DataType type, DoubleBinaryOperator function) {
    int[] dims = Strides.common(a.dims(), b.dims());
    if (dims == null || a.type() != b.type()) {
      throw node.refuse(
          "combines constants of shape "
              + a.shapeText()
              + " and "
              + b.shapeText()
              + " and of types "
              + a.type()
              + " and "
              + b.type()
              + ", which do not fit together");
    }
    if (Strides.size(dims) > MOST_VALUES) {
      throw node.refuse("makes a constant of shape " + Constant.text(dims) + ", too large");
    }
    double[] left = Strides.broadcast(a.values(), a.dims(), dims);
    double[] right = Strides.broadcast(b.values(), b.dims(), dims);
    double[] result = new double[left.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = function.applyAsDouble(left[i], right[i]);
    }
    return Constant.of(node.result(), type, dims, result);
  }
}
