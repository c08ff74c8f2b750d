package org.folding.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.onnx.Value.Signal;

/** Brings tensors that a node combines element by element to one shape, as numpy does. */
final class Broadcast {
  private Broadcast() {}

  /**
   * A constant that may not make the tensor larger that it is combined with.
   *
   * @param node the node that combines them
   * @param x a computed tensor
   * @param constant a constant
   * @return one value for all elements of x, or one for each
   */
  static Tensor to(NodeCall node, Signal x, Constant constant) {
    Operand c = aligned(node, "combines", List.of(x, constant)).get(1);
    int[] target = Operand.dims(x.shape());
    if (!Arrays.equals(common(node, "combines", List.of(Operand.of(node, x), c)), target)) {
      throw node.refuse(
          mismatch("combines", List.of(Operand.of(node, x), c))
              + ", which would make the tensor larger; that is not supported");
    }
    return values(c, x.shape());
  }

  /**
   * @param constant a constant that fits
   * @return one value for all elements of a tensor of that shape, or one for each
   */
  static Tensor values(Operand constant, Shape shape) {
    double[] values = ((Constant) constant.value()).values();
    return values.length == 1
        ? Tensor.scalar(values[0])
        : Tensor.of(shape, Strides.broadcast(values, constant.dims(), Operand.dims(shape)));
  }

  /**
   * Checks that the batch axis of every computed tensor stays where it is.
   *
   * @param node the node that combines the tensors
   * @param verb what it does, for messages
   * @param values computed tensors, at least one, and constants
   * @return the tensors, none with the batch axis
   */
  static List<Operand> aligned(NodeCall node, String verb, List<? extends Value> values) {
    List<Operand> operands = new ArrayList<>();
    values.forEach(value -> operands.add(Operand.of(node, value)));
    if (!node.batch().present()) {
      return operands;
    }
    List<Operand> signals = operands.stream().filter(o -> !o.isConstant()).toList();
    int rank = signals.get(0).dims().length;
    for (Operand x : signals) {
      if (x.dims().length != rank) {
        throw node.refuseBatch(
            verb
                + " computed tensors of shapes "
                + Operand.shapes(signals)
                + " beside the batch axis, so that the batch axis of one meets another axis of the"
                + " other; give them as many axes by an Unsqueeze");
      }
    }
    operands.replaceAll(o -> o.isConstant() ? withoutBatch(o, rank) : o);
    return operands;
  }

  /**
   * A constant beside computed tensors: its first axis is left out where it is the batch axis.
   *
   * @param constant the constant
   * @param rank the number of axes of the computed tensors, without the batch axis
   */
  static Operand withoutBatch(Operand constant, int rank) {
    int[] dims = constant.dims();
    NodeCall node = constant.node();
    if (dims.length <= rank) {
      return constant;
    }
    if (dims.length > rank + 1) {
      throw node.refuseBatch(
          "combines a tensor of "
              + (rank + 1)
              + " axes with a constant of shape "
              + constant.shapeText()
              + ", so that the batch axis would no longer be the first");
    }
    Constant c = (Constant) constant.value();
    int size = dims[0] == 0 ? 0 : c.values().length / dims[0];
    double[] row = Arrays.copyOf(c.values(), size);
    boolean alike = dims[0] == 1 || (node.batch().isFixed() && dims[0] == node.batch().extent());
    for (int i = 0; alike && i < c.values().length; i++) {
      alike = c.values()[i] == row[i % size];
    }
    if (!alike) {
      throw node.refuse(
          "combines a batch with a constant of shape "
              + constant.shapeText()
              + ", which differs from row to row of the batch");
    }
    int[] rest = Arrays.copyOfRange(dims, 1, dims.length);
    return Operand.of(node, Constant.of(c.name(), c.type(), rest, row));
  }

  /**
   * @param x a computed tensor
   * @param constant a constant that fits
   * @return whether the two together have the extents of x
   */
  static boolean keeps(Operand x, Constant constant) {
    int[] dims = constant.dims();
    if (dims.length > x.rank()) {
      return false;
    }
    int[] own = Arrays.copyOfRange(dims, Math.max(0, dims.length - x.dims().length), dims.length);
    return Arrays.equals(Strides.common(x.dims(), own), x.dims());
  }

  /**
   * @return the extents that aligned tensors have together
   */
  static int[] common(NodeCall node, String verb, List<Operand> operands) {
    int[] dims = operands.get(0).dims();
    for (Operand operand : operands) {
      dims = Strides.common(dims, operand.dims());
      if (dims == null) {
        throw node.refuse(mismatch(verb, operands) + ", which do not fit together");
      }
    }
    Operand.requireSmall(node, dims);
    return dims;
  }

  private static String mismatch(String verb, List<Operand> operands) {
    boolean computed = operands.stream().noneMatch(Operand::isConstant);
    if (computed || operands.size() != 2) {
      return verb
          + (computed ? " computed tensors" : " tensors")
          + " of shapes "
          + Operand.shapes(operands);
    }
    Operand x = operands.get(operands.get(0).isConstant() ? 1 : 0);
    Operand c = operands.get(operands.get(0).isConstant() ? 0 : 1);
    return "combines a tensor of shape "
        + Constant.text(x.dims())
        + " with a constant of shape "
        + Constant.text(c.dims());
  }
}
