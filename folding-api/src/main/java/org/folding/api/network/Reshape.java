package org.folding.api.network;

import java.util.List;

/**
 * The same elements in the same row-major order under another shape.
 *
 * @param shape the shape of the result
 */
public record Reshape(Shape shape) implements Operation {

  @Override
  public Shape outputShape(List<Shape> inputs) {
    Shape operand = Operands.single("a reshape", inputs);
    if (operand.size() != shape.size()) {
      throw new IllegalArgumentException("cannot turn shape " + operand + " into " + shape);
    }
    return shape;
  }
}
