package org.folding.api.network;

import java.util.List;

/** Checks that operations share. */
final class Operands {
  private Operands() {}

  static Shape single(String operation, List<Shape> inputs) {
    if (inputs.size() != 1) {
      throw new IllegalArgumentException(operation + " takes one operand, not " + inputs.size());
    }
    return inputs.get(0);
  }

  /** Whether a parameter has one value for all elements of a tensor, or one for each. */
  static void scalarOrEach(String parameter, Tensor values, Shape shape) {
    if (values.size() != 1 && values.size() != shape.size()) {
      throw new IllegalArgumentException(
          parameter + " has " + values.size() + " values for a tensor of shape " + shape);
    }
  }
}
