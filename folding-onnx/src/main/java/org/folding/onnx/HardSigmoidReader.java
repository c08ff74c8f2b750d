package org.folding.onnx;

import org.folding.api.network.Affine;
import org.folding.api.network.Clip;
import org.folding.api.network.Tensor;

/** HardSigmoid: min(max(α·x + β, 0), 1). */
final class HardSigmoidReader implements OperatorReader {
  /** The default α, a binary32 number in ONNX. */
  private static final double DEFAULT_ALPHA = 0.2f;

  @Override
  public Value read(NodeCall node) {
    Affine affine = new Affine(Tensor.scalar(alpha(node)), Tensor.scalar(beta(node)));
    Clip clip = new Clip(node.operator(), Tensor.scalar(0), Tensor.scalar(1), node.role());
    return node.emit(clip, node.emitPart("input", affine, node.signal(0)));
  }

  static double alpha(NodeCall node) {
    return node.attributes().real("alpha", DEFAULT_ALPHA);
  }

  static double beta(NodeCall node) {
    return node.attributes().real("beta", 0.5);
  }
}
