package org.folding.api.network;

import java.util.List;

/**
 * An affine map of each element: y_i = scale_i · x_i + shift_i.
 *
 * @param scale one value for all elements, or one for each
 * @param shift one value for all elements, or one for each
 */
public record Affine(Tensor scale, Tensor shift) implements Operation {

  @Override
  public Shape outputShape(List<Shape> inputs) {
    Shape shape = Operands.single("an elementwise affine map", inputs);
    Operands.scalarOrEach("scale", scale, shape);
    Operands.scalarOrEach("shift", shift, shape);
    return shape;
  }
}
