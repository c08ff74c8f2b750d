package org.folding.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import org.folding.onnx.Value.Signal;

/** The operators that hand on what they read. */
final class PassingReaders {
  private PassingReaders() {}

  static Value identity(NodeCall node) {
    return node.unbounded(0);
  }

  /** In evaluation dropout does nothing; a model exported for training is refused. */
  static Value dropout(NodeCall node) {
    if (node.has(2)) {
      Value training = node.input(2);
      if (!(training instanceof Constant mode) || mode.values().length != 1 || isTrue(mode)) {
        throw node.refuse("applies dropout as in training: call model.eval() before the export");
      }
    }
    return node.input(0);
  }

  private static boolean isTrue(Constant mode) {
    return mode.values()[0] != 0;
  }

  /** Computed tensors are kept in float64, so a cast among float types changes nothing. */
  static Value cast(NodeCall node) {
    int number = (int) node.attributes().integer("to", 0);
    DataType type = DataType.forNumber(number);
    boolean toFloat = type != null && FloatTypes.contains(type);
    if (node.unbounded(0) instanceof Constant bound && toFloat) {
      return Constant.of(bound.name(), type, bound.dims(), bound.values());
    }
    if (node.input(0) instanceof Signal x) {
      if (!toFloat) {
        throw node.refuse(
            "casts a computed tensor to type "
                + (type == null ? number : type)
                + ", which is not piecewise linear");
      }
      return x;
    }
    Constant constant = node.constant(0);
    if (type != DataType.INT64 && type != DataType.INT32) {
      throw node.refuse(
          "casts a constant to type " + (type == null ? number : type) + ", not supported");
    }
    double[] values = constant.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = (double) (long) values[i];
    }
    return Constant.of(constant.name(), type, constant.dims(), values);
  }
}
