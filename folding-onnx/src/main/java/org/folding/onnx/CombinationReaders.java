package org.folding.onnx;

import java.util.Collections;
import java.util.List;
import org.folding.api.network.Affine;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;
import org.folding.onnx.Value.Signal;

/** Neg, and Sum and Mean of any number of computed tensors. */
final class CombinationReaders {
  private CombinationReaders() {}

  static Value negation(NodeCall node) {
    if (node.input(0) instanceof Constant c) {
      double[] values = c.values().clone();
      for (int i = 0; i < values.length; i++) {
        values[i] = 0 - values[i];
      }
      return Constant.of(c.name(), c.type(), c.dims(), values);
    }
    return node.emit(new Affine(Tensor.scalar(-1), Tensor.scalar(0)), node.signal(0));
  }

  static Value sum(NodeCall node) {
    return sum(node, "adds", 1);
  }

  static Value mean(NodeCall node) {
    return sum(node, "averages", 1.0 / node.inputs());
  }

  private static Value sum(NodeCall node, String verb, double factor) {
    for (int i = 0; i < node.inputs(); i++) {
      node.signal(i);
    }
    List<Operand> operands = Broadcast.aligned(node, verb, node.allInputs());
    int[] dims = Broadcast.common(node, verb, operands);
    List<Signal> terms =
        operands.stream().map(operand -> (Signal) operand.repeated("repeated", dims)).toList();
    return node.emit(new Sum(Collections.nCopies(terms.size(), factor)), terms);
  }
}
