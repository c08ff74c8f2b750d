package org.folding.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.folding.api.network.Affine;
import org.folding.api.network.Shape;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;
import org.folding.onnx.Value.Signal;

/** Neg, and Sum and Mean of any number of tensors, computed or constant. */
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
    List<Value> inputs = node.allInputs();
    if (inputs.stream().noneMatch(Signal.class::isInstance)) {
      // Refused, so that it is folded as other operators of constants alone are.
      return node.signal(0);
    }
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i) instanceof Constant) {
        node.weights(i);
      }
    }
    List<Operand> operands = Broadcast.aligned(node, verb, inputs);
    int[] dims = Broadcast.common(node, verb, operands);
    List<Signal> terms = new ArrayList<>();
    double[] shift = new double[0];
    for (Operand operand : operands) {
      if (operand.value() instanceof Constant c) {
        double[] values = Strides.broadcast(c.values(), operand.dims(), dims);
        shift = shift.length == 0 ? new double[values.length] : shift;
        for (int i = 0; i < values.length; i++) {
          shift[i] += factor * values[i];
        }
      } else {
        terms.add((Signal) operand.repeated("repeated", dims));
      }
    }
    Sum sum = new Sum(Collections.nCopies(terms.size(), factor));
    if (shift.length == 0) {
      return node.emit(sum, terms);
    }
    Signal computed = terms.size() == 1 ? terms.get(0) : node.emitPart("computed", sum, terms);
    Tensor scale = Tensor.scalar(terms.size() == 1 ? factor : 1);
    return node.emit(new Affine(scale, Tensor.of(Shape.of(dims), shift)), computed);
  }
}
