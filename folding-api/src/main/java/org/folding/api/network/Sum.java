package org.folding.api.network;

import java.util.List;

/**
 * A weighted sum of tensors of one shape: y = Σ_k factor_k · x_k. A residual connection is a sum
 * with factors 1 and 1, a difference one with 1 and −1.
 *
 * @param factors one finite factor an operand, at least one
 */
public record Sum(List<Double> factors) implements Operation {

  /** Copies the factors and checks that they are finite. */
  public Sum {
    factors = List.copyOf(factors);
    if (factors.isEmpty() || !factors.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "factors " + factors + " but there must be one or more, all finite");
    }
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    if (inputs.size() != factors.size()) {
      throw new IllegalArgumentException(
          "a sum with " + factors.size() + " factors takes as many operands, not " + inputs.size());
    }
    Shape shape = inputs.get(0);
    for (Shape other : inputs) {
      if (!other.equals(shape)) {
        throw new IllegalArgumentException("cannot add shapes " + shape + " and " + other);
      }
    }
    return shape;
  }
}
