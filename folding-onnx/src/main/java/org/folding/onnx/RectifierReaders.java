package org.folding.onnx;

import org.folding.api.network.Rectifier;
import org.folding.api.network.Tensor;

/** The activations with one bend, at zero. */
final class RectifierReaders {
  /** LeakyRelu's default α, a binary32 number in ONNX. */
  private static final double DEFAULT_ALPHA = 0.01f;

  private RectifierReaders() {}

  static Value relu(NodeCall node) {
    return rectifier(node, Tensor.scalar(0));
  }

  static Value leakyRelu(NodeCall node) {
    return rectifier(node, Tensor.scalar(node.attributes().real("alpha", DEFAULT_ALPHA)));
  }

  static Value parametricRelu(NodeCall node) {
    return rectifier(node, Broadcast.to(node, node.signal(0), node.weights(1)));
  }

  static Value absolute(NodeCall node) {
    return rectifier(node, Tensor.scalar(-1));
  }

  private static Value rectifier(NodeCall node, Tensor slope) {
    return node.emit(new Rectifier(node.operator(), slope, node.role()), node.signal(0));
  }
}
