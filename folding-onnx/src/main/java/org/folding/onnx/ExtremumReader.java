package org.folding.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folding.api.network.Affine;
import org.folding.api.network.Concatenation;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.api.network.Tensor;
import org.folding.onnx.Value.Signal;

/**
 * Max and Min of any number of tensors, computed or constant, broadcast as in numpy. Their bends
 * are no units: as in a max-pool, a switch of the winner is no flip. But those of one tensor and
 * one number are a Clip with one bound, and exporters write one for the other.
 */
final class ExtremumReader implements OperatorReader {
  private final Extremum extremum;

  ExtremumReader(Extremum extremum) {
    this.extremum = extremum;
  }

  @Override
  public Value read(NodeCall node) {
    if (node.inputs() == 0) {
      throw node.refuse("is missing its input 0");
    }
    Optional<Bound> bound = Bound.of(node);
    if (bound.isPresent()) {
      return bounded(node, bound.get());
    }
    List<Value> inputs = node.allInputs();
    if (inputs.size() == 1) {
      return inputs.get(0);
    }
    if (inputs.stream().allMatch(Constant.class::isInstance)) {
      return folded(node, inputs);
    }
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i) instanceof Constant) {
        node.weights(i);
      }
    }
    List<Operand> operands = Broadcast.aligned(node, extremum.verb(), inputs);
    int[] dims = Broadcast.common(node, extremum.verb(), operands);
    int[] first = new int[operands.size()];
    Signal all = beneathEachOther(node, operands, first);
    int[][] groups = new int[Strides.size(dims)][operands.size()];
    for (int k = 0; k < first.length; k++) {
      int[] strides = Strides.repeating(operands.get(k).dims(), dims);
      int[] positions = Strides.positions(dims, strides, first[k]);
      for (int i = 0; i < groups.length; i++) {
        groups[i][k] = positions[i];
      }
    }
    return of(node, extremum, new MaxOfGroups(Shape.of(dims), groups), all);
  }

  private Signal bounded(NodeCall node, Bound bound) {
    Broadcast.aligned(node, extremum.verb(), node.values());
    return ClipReader.between(
        node,
        node.signal(bound.input()),
        extremum == Extremum.MAX ? bound.number() : Double.NEGATIVE_INFINITY,
        extremum == Extremum.MAX ? Double.POSITIVE_INFINITY : bound.number());
  }

  /**
   * Adds a maximum or, by way of the negative, a minimum.
   *
   * @param x the tensor, for a minimum its negative
   */
  static Signal of(NodeCall node, Extremum extremum, MaxOfGroups max, Signal x) {
    if (extremum == Extremum.MAX) {
      return node.emit(max, x);
    }
    return node.emit(
        new Affine(Tensor.scalar(-1), Tensor.scalar(0)), node.emitPart("negative", max, x));
  }

  /**
   * All numbers that are compared as one vector, with the sign of the extremum.
   *
   * @param first receives where each operand begins
   */
  private Signal beneathEachOther(NodeCall node, List<Operand> operands, int[] first) {
    List<Signal> signals = new ArrayList<>();
    int size = 0;
    for (int k = 0; k < first.length; k++) {
      if (operands.get(k).value() instanceof Signal x) {
        first[k] = size;
        size += x.shape().size();
        signals.add(flat(node, x));
      }
    }
    Signal joined =
        signals.size() == 1
            ? signals.get(0)
            : node.emitPart("joined", new Concatenation(0), signals);
    int computed = size;
    List<double[]> constants = new ArrayList<>();
    for (int k = 0; k < first.length; k++) {
      if (operands.get(k).value() instanceof Constant c) {
        first[k] = size;
        size += c.values().length;
        constants.add(c.values());
      }
    }
    if (constants.isEmpty() && extremum == Extremum.MAX) {
      return joined;
    }
    SparseMap.Builder map = SparseMap.builder(Shape.of(size));
    for (int i = 0; i < computed; i++) {
      map.entry(i, extremum.sign()).endRow(0);
    }
    for (double[] values : constants) {
      for (double value : values) {
        map.endRow(extremum.sign() * value);
      }
    }
    return node.emitPart("operands", map.build(), joined);
  }

  private static Signal flat(NodeCall node, Signal x) {
    Shape vector = Shape.of(x.shape().size());
    return x.shape().equals(vector) ? x : node.emitPart("flat", new Reshape(vector), x);
  }

  private Constant folded(NodeCall node, List<Value> inputs) {
    Constant result = (Constant) inputs.get(0);
    for (Value input : inputs) {
      Constant other = (Constant) input;
      result = ConstantArithmetic.combined(node, result, other, result.type(), extremum::of);
    }
    return result;
  }
}
