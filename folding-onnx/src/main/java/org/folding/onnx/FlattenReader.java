package org.folding.onnx;

import java.util.Arrays;
import org.folding.api.network.Shape;
import org.folding.onnx.Value.Signal;

/** Flatten: the axes before {@code axis} as one, and those from it on as one. */
final class FlattenReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    long axis = node.attributes().integer("axis", 1);
    if (node.input(0) instanceof Constant constant) {
      int cut = cut(node, axis, constant.rank());
      return constant.withDims(
          Strides.size(Arrays.copyOf(constant.dims(), cut)),
          Strides.size(Arrays.copyOfRange(constant.dims(), cut, constant.rank())));
    }
    Signal x = node.signal(0);
    int hidden = node.batch().axes();
    int cut = cut(node, axis, x.shape().rank() + hidden);
    int outer = 1;
    for (int i = 0; i < cut - hidden; i++) {
      outer *= x.shape().extent(i);
    }
    int inner = x.shape().size() / outer;
    if (!node.batch().present()) {
      return node.reshaped(x, Shape.of(outer, inner));
    }
    if (cut == 0 || outer > 1) {
      throw node.refuseBatch(
          "has axis "
              + axis
              + ", which merges the batch axis with others of a tensor of shape "
              + x.shape()
              + " beside it; axis 1 keeps them apart");
    }
    return node.reshaped(x, Shape.of(inner));
  }

  /** Unlike other axes this one may stand behind the last. */
  private static int cut(NodeCall node, long axis, int rank) {
    return axis == rank ? rank : node.axis(axis, rank);
  }
}
