package org.folding.api.network;

import java.util.List;
import java.util.Objects;

/**
 * Clipped units, element by element: y = min(max(z, lower), upper). A pattern has two bits for each
 * unit, one after the other: z &gt; lower and z &gt; upper.
 *
 * @param operator the operator's name as users know it, for example {@code Clip} or {@code
 *     HardSigmoid}
 * @param lower the lower bound; one value for all units, or one for each
 * @param upper the upper bound, not less than the lower; one value for all units, or one for each
 * @param role whether the units are hidden ones
 */
public record Clip(String operator, Tensor lower, Tensor upper, UnitRole role)
    implements Operation {

  /** Checks that nothing is null and that the bounds are in order. */
  public Clip {
    Objects.requireNonNull(operator, "operator is null");
    Objects.requireNonNull(role, "role is null");
    int pairs = Math.max(lower.size(), upper.size());
    for (int i = 0; i < pairs; i++) {
      double low = lower.get(lower.size() == 1 ? 0 : i);
      double high = upper.get(upper.size() == 1 ? 0 : i);
      if (low > high) {
        throw new IllegalArgumentException(
            "lower bound " + low + " is above the upper bound " + high);
      }
    }
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    Shape shape = Operands.single("an activation", inputs);
    Operands.scalarOrEach("lower bound", lower, shape);
    Operands.scalarOrEach("upper bound", upper, shape);
    return shape;
  }
}
