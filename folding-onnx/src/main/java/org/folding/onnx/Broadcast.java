package org.folding.onnx;

import java.util.Arrays;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.onnx.Value.Signal;

/** Brings a constant to the shape of the computed tensor that it is combined with. */
final class Broadcast {
  private Broadcast() {}

  /**
   * @param node the node that combines them
   * @param x a computed tensor
   * @param constant a constant
   * @return one value for all elements of x, or one for each
   */
  static Tensor to(NodeCall node, Signal x, Constant constant) {
    Shape shape = x.shape();
    int[] target = shape.dimensions().stream().mapToInt(Integer::intValue).toArray();
    int[] dims = constant.dims();
    if (node.batch().present() && dims.length == target.length + 1) {
      if (dims[0] != 1) {
        throw node.refuse(
            "combines a batch with a constant of shape "
                + constant.shapeText()
                + ", which differs from row to row of the batch");
      }
      dims = Arrays.copyOfRange(dims, 1, dims.length);
    }
    double[] values = Strides.broadcast(constant.values(), dims, target);
    if (values == null) {
      throw node.refuse(
          "combines a tensor of shape "
              + shape
              + " with a constant of shape "
              + constant.shapeText()
              + (Strides.common(dims, target) == null
                  ? ", which do not fit together"
                  : ", which would make the tensor larger; that is not supported"));
    }
    return constant.values().length == 1 ? Tensor.scalar(values[0]) : Tensor.of(shape, values);
  }
}
