package org.folding.onnx;

import org.folding.api.network.Clip;
import org.folding.api.network.Tensor;

/** Clip with two bounds, as attributes or, from opset 11, as inputs: also ReLU6 and Hardtanh. */
final class ClipReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    return node.emit(
        new Clip(node.operator(), bound(node, "min", 1), bound(node, "max", 2), node.role()),
        node.signal(0));
  }

  private static Tensor bound(NodeCall node, String name, int index) {
    if (node.has(index)) {
      Constant bound = node.weights(index);
      if (bound.values().length == 1) {
        return Tensor.scalar(bound.values()[0]);
      }
      throw node.refuse("has a '" + name + "' of shape " + bound.shapeText() + ", not a scalar");
    }
    if (node.attributes().has(name)) {
      return Tensor.scalar(node.attributes().real(name, 0));
    }
    throw node.refuse("lacks '" + name + "'; a Clip is supported with both bounds");
  }
}
