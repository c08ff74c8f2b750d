package org.folding.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Optional;
import java.util.OptionalDouble;
import org.folding.onnx.Value.Signal;

/**
 * One tensor that a node holds against one number, as a Max, Min or comparison may.
 *
 * @param input which input of the node is the tensor
 * @param number the number, infinite where it bounds nothing
 */
record Bound(int input, double number) {

  /**
   * @param node a node of two inputs
   * @return what it compares; empty where that is anything but one tensor and one number
   */
  static Optional<Bound> of(NodeCall node) {
    if (node.inputs() != 2 || !node.has(0) || !node.has(1)) {
      return Optional.empty();
    }
    int input = node.values().get(0).number().isPresent() ? 1 : 0;
    Value x = node.values().get(input);
    Value other = node.values().get(1 - input);
    OptionalDouble number = other.number();
    if (number.isEmpty() || x instanceof Constant || x.number().isPresent()) {
      return Optional.empty();
    }
    DataType type = DataType.FLOAT;
    if (other instanceof Constant constant) {
      type = constant.type();
      if (x instanceof Signal && !Broadcast.keeps(Operand.of(node, x), constant)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Bound(input, ClipReader.effective(number.getAsDouble(), type)));
  }
}
