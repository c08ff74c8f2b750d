package org.folding.api.network;

import java.util.List;
import java.util.Objects;

/**
 * ReLU and its kin, element by element: y = z where z &gt; 0, else slope · z. Its units are what an
 * activation pattern has a bit for: the bit is 1 iff z &gt; 0.
 *
 * @param operator the operator's name as users know it, for example {@code Relu}, {@code
 *     LeakyRelu}, {@code PRelu} or {@code Abs}
 * @param negativeSlope the slope where z ≤ 0: 0 for ReLU, α for LeakyReLU, −1 for Abs; one value
 *     for all units, or one for each
 * @param role whether the units are hidden ones
 */
public record Rectifier(String operator, Tensor negativeSlope, UnitRole role) implements Operation {

  /** Checks that nothing is null. */
  public Rectifier {
    Objects.requireNonNull(operator, "operator is null");
    Objects.requireNonNull(negativeSlope, "negativeSlope is null");
    Objects.requireNonNull(role, "role is null");
  }

  /**
   * @param role whether the units are hidden ones
   * @return y = max(z, 0)
   */
  public static Rectifier relu(UnitRole role) {
    return new Rectifier("Relu", Tensor.scalar(0), role);
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    Shape shape = Operands.single("an activation", inputs);
    Operands.scalarOrEach("slope", negativeSlope, shape);
    return shape;
  }
}
