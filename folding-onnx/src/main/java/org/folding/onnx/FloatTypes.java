package org.folding.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Optional;

/** The types of numbers that weights and computed tensors may have. */
final class FloatTypes {
  private FloatTypes() {}

  static boolean contains(DataType type) {
    return switch (type) {
      case FLOAT, DOUBLE, FLOAT16, BFLOAT16 -> true;
      default -> false;
    };
  }

  /** The type that a Cast leads to; empty for other nodes, and where it names none. */
  static Optional<DataType> ofCast(NodeProto node) {
    return node.getAttributeList().stream()
        .filter(attribute -> node.getOpType().equals("Cast") && attribute.getName().equals("to"))
        .map(attribute -> Optional.ofNullable(DataType.forNumber((int) attribute.getI())))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
