package org.folding.api.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Tensors one after the other along an axis.
 *
 * @param axis the axis, from 0; the operands differ in their extents along it at most
 */
public record Concatenation(int axis) implements Operation {

  /** Checks that the axis is not negative. */
  public Concatenation {
    if (axis < 0) {
      throw new IllegalArgumentException("axis is " + axis + " but must be 0 or more");
    }
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("a concatenation takes one operand or more");
    }
    List<Integer> extents = new ArrayList<>(inputs.get(0).dimensions());
    if (axis >= extents.size()) {
      throw new IllegalArgumentException(
          "shape " + inputs.get(0) + " has no axis " + axis + " to be joined along");
    }
    int joined = 0;
    for (Shape shape : inputs) {
      if (shape.rank() != extents.size()) {
        throw new IllegalArgumentException("cannot join shapes " + inputs.get(0) + " and " + shape);
      }
      for (int i = 0; i < extents.size(); i++) {
        if (i != axis && shape.extent(i) != inputs.get(0).extent(i)) {
          throw new IllegalArgumentException(
              "cannot join shapes " + inputs.get(0) + " and " + shape + " along axis " + axis);
        }
      }
      joined = Math.addExact(joined, shape.extent(axis));
    }
    extents.set(axis, joined);
    return new Shape(extents);
  }
}
