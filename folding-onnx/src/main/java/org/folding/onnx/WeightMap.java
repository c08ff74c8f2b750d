package org.folding.onnx;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.folding.api.network.Concatenation;
import org.folding.api.network.Convolution;
import org.folding.api.network.Operation;
import org.folding.api.network.SparseMap;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;
import org.folding.api.network.TransposedConvolution;

/**
 * Linear operations with other weights, for what squares or magnitudes of their terms add up to.
 */
final class WeightMap {
  private WeightMap() {}

  /**
   * @param weight what becomes of each weight
   * @param shift what becomes of each constant that is added
   */
  static Operation of(Operation operation, DoubleUnaryOperator weight, DoubleUnaryOperator shift) {
    if (operation instanceof Convolution c) {
      return new Convolution(
          mapped(c.weights(), weight), mapped(c.bias(), shift), c.window(), c.groups());
    } else if (operation instanceof TransposedConvolution c) {
      return new TransposedConvolution(
          mapped(c.weights(), weight),
          mapped(c.bias(), shift),
          c.window(),
          c.groups(),
          c.outputPadding());
    } else if (operation instanceof Sum sum) {
      return new Sum(sum.factors().stream().map(weight::applyAsDouble).toList());
    } else if (operation instanceof SparseMap map) {
      SparseMap.Builder builder = SparseMap.builder(map.shape());
      for (int row = 0; row < map.shape().size(); row++) {
        for (int e = map.firstEntry(row); e < map.firstEntry(row + 1); e++) {
          builder.entry(map.index(e), weight.applyAsDouble(map.weight(e)));
        }
        builder.endRow(shift.applyAsDouble(map.shift(row)));
      }
      return builder.build();
    } else if (operation instanceof Concatenation) {
      return operation;
    }
    throw new IllegalArgumentException("no weights in " + operation);
  }

  /** How many terms a sum has, about. */
  static int terms(Operation operation) {
    if (operation instanceof Convolution c) {
      return c.weights().size() / c.outputChannels() + 1;
    } else if (operation instanceof TransposedConvolution c) {
      return c.weights().size() / c.outputChannels() + 1;
    } else if (operation instanceof SparseMap map) {
      return map.firstEntry(map.shape().size()) / map.shape().size() + 1;
    }
    return operation instanceof Sum sum ? sum.factors().size() : 1;
  }

  private static Tensor mapped(Tensor tensor, DoubleUnaryOperator map) {
    return Tensor.of(tensor.shape(), Arrays.stream(tensor.toArray()).map(map).toArray());
  }
}
