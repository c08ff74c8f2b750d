package org.folding.onnx;

import java.util.ArrayList;
import java.util.List;
import org.folding.api.network.Concatenation;
import org.folding.onnx.Value.Signal;

/** Concat of computed tensors along an axis other than the batch. */
final class ConcatReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    List<Signal> operands = new ArrayList<>();
    for (int i = 0; i < node.inputs(); i++) {
      operands.add(node.signal(i));
    }
    if (!node.attributes().has("axis")) {
      throw node.refuse("lacks the attribute 'axis'");
    }
    int hidden = node.batch().axes();
    int rank = node.signal(0).shape().rank() + hidden;
    int axis = node.axis(node.attributes().integer("axis", 0), rank) - hidden;
    if (axis < 0) {
      throw node.refuseBatch("joins tensors along the batch axis");
    }
    return node.emit(new Concatenation(axis), operands);
  }
}
