package org.folding.core.walk;

import java.util.List;
import org.folding.api.network.Affine;
import org.folding.api.network.Concatenation;
import org.folding.api.network.Convolution;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;
import org.folding.api.network.TransposedConvolution;

/** Affine operations without the constants that they add. */
final class LinearPart {
  private LinearPart() {}

  /**
   * @throws IllegalArgumentException if the operation is not affine
   */
  static Operation of(Operation operation) {
    if (operation instanceof Dense dense) {
      return new Dense(dense.weights(), zeros(dense.bias()));
    } else if (operation instanceof Convolution convolution) {
      return new Convolution(
          convolution.weights(),
          zeros(convolution.bias()),
          convolution.window(),
          convolution.groups());
    } else if (operation instanceof TransposedConvolution convolution) {
      return new TransposedConvolution(
          convolution.weights(),
          zeros(convolution.bias()),
          convolution.window(),
          convolution.groups(),
          convolution.outputPadding());
    } else if (operation instanceof Affine affine) {
      return new Affine(affine.scale(), zeros(affine.shift()));
    } else if (operation instanceof SparseMap map) {
      return withoutShifts(map);
    } else if (operation instanceof Sum
        || operation instanceof Concatenation
        || operation instanceof Reshape) {
      return operation;
    }
    throw new IllegalArgumentException(operation + " is not affine");
  }

  private static Tensor zeros(Tensor like) {
    return Tensor.of(like.shape(), new double[like.size()]);
  }

  private static SparseMap withoutShifts(SparseMap map) {
    Shape shape = map.shape();
    SparseMap.Builder builder = SparseMap.builder(shape);
    for (int row = 0; row < shape.size(); row++) {
      for (int e = map.firstEntry(row); e < map.firstEntry(row + 1); e++) {
        builder.entry(map.index(e), map.weight(e));
      }
      builder.endRow(0);
    }
    return builder.build();
  }

  /** The shapes of a node's operands. */
  static List<Shape> shapes(Network network, List<Integer> operands) {
    return operands.stream()
        .map(v -> v == 0 ? network.inputShape() : network.nodes().get(v - 1).shape())
        .toList();
  }
}
