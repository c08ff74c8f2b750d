package org.folding.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folding.api.network.Concatenation;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.onnx.Value.Signal;

/** Concat of computed tensors and constants along an axis other than the batch. */
final class ConcatReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    if (!node.attributes().has("axis")) {
      throw node.refuse("is missing the attribute 'axis'");
    }
    long axis = node.attributes().integer("axis", 0);
    node.input(0);
    List<Operand> operands = new ArrayList<>();
    node.allInputs().forEach(value -> operands.add(Operand.of(node, value)));
    Operand computed = operands.stream().filter(o -> !o.isConstant()).findFirst().orElse(null);
    if (computed == null) {
      return folded(node, operands, operands.get(0).axis(axis));
    }
    int joined = computed.axisButBatch(axis, "joins tensors along");
    Signal any = (Signal) computed.value();
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      signals.add(
          operands.get(i).value() instanceof Signal x ? x : made(node, node.weights(i), any));
    }
    return node.emit(new Concatenation(joined), signals);
  }

  /** A constant as the result of a node that reads a tensor but takes nothing of it. */
  private static Signal made(NodeCall node, Constant constant, Signal any) {
    Operand c = Operand.of(node, constant);
    if (node.batch().present()) {
      if (constant.rank() != any.shape().rank() + 1) {
        throw node.refuse(
            "joins a tensor of "
                + (any.shape().rank() + 1)
                + " axes with a constant of shape "
                + constant.shapeText()
                + "; they must have as many");
      }
      c = Broadcast.withoutBatch(c, any.shape().rank());
    }
    SparseMap.Builder map = SparseMap.builder(Shape.of(c.dims()));
    for (double value : ((Constant) c.value()).values()) {
      map.endRow(value);
    }
    return node.emitPart("constant", map.build(), any);
  }

  private static Constant folded(NodeCall node, List<Operand> operands, int axis) {
    Operand first = operands.get(0);
    int[] dims = first.dims().clone();
    dims[axis] = 0;
    for (Operand operand : operands) {
      int[] others = operand.dims().clone();
      boolean fits = others.length == dims.length;
      if (fits) {
        dims[axis] = Math.addExact(dims[axis], others[axis]);
        others[axis] = dims[axis];
      }
      if (!Arrays.equals(others, dims)
          || ((Constant) operand.value()).type() != ((Constant) first.value()).type()) {
        throw node.refuse(
            "joins constants of shapes "
                + Operand.shapes(operands)
                + ", which do not fit together");
      }
    }
    double[] values = new double[Strides.size(dims)];
    int outer = Strides.size(Arrays.copyOf(dims, axis));
    int at = 0;
    for (int turn = 0; turn < outer; turn++) {
      for (Operand operand : operands) {
        double[] part = ((Constant) operand.value()).values();
        int run = part.length / outer;
        System.arraycopy(part, turn * run, values, at, run);
        at += run;
      }
    }
    return Constant.of(node.result(), ((Constant) first.value()).type(), dims, values);
  }
}
