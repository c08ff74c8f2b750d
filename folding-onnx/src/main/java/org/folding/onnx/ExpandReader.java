package org.folding.onnx;

import java.util.Arrays;

/** Expand: a tensor repeated along axes of extent 1, to a constant shape broadcast with its own. */
final class ExpandReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    Operand x = Operand.of(node, 0);
    long[] wanted = node.constant(1).toLongs();
    int[] shape = new int[wanted.length];
    for (int i = 0; i < shape.length; i++) {
      if (wanted[i] < 0 || wanted[i] > Integer.MAX_VALUE) {
        throw node.refuse("has the impossible target shape " + Arrays.toString(wanted));
      }
      shape[i] = (int) wanted[i];
    }
    if (x.hidden() > 0 && shape.length >= x.rank()) {
      boolean keeps =
          shape.length == x.rank()
              && (shape[0] == 1 || (node.batch().isFixed() && shape[0] == node.batch().extent()));
      if (!keeps) {
        throw node.refuseBatch(
            "repeats a tensor of shape "
                + x.shapeText()
                + " to "
                + Arrays.toString(wanted)
                + ", which does not keep the batch axis apart; such a shape has as many axes and"
                + " begins with 1");
      }
      shape = Arrays.copyOfRange(shape, 1, shape.length);
    }
    int[] dims = Strides.common(x.dims(), shape);
    if (dims == null) {
      throw node.refuse(
          "repeats a tensor of shape "
              + x.shapeText()
              + " to "
              + Arrays.toString(wanted)
              + ", which do not fit together");
    }
    Operand.requireSmall(node, dims);
    return x.repeated("", dims);
  }
}
