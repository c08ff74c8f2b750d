package org.folding.api.network;

import java.util.List;

/**
 * The maximum over groups of elements: y_i = max { x_j : j ∈ group i }. A switch of the winner
 * bends the map but is no flip: these maxima are not counted.
 *
 * @param groups for each element of the result the row-major indices of the elements it is taken
 *     of, at least one each
 */
public record MaxOfGroups(List<List<Integer>> groups) implements Operation {

  /** Copies the groups and checks that none is empty. */
  public MaxOfGroups {
    groups = groups.stream().map(List::copyOf).toList();
    if (groups.isEmpty() || groups.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("a maximum needs at least one operand");
    }
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    int size = Operands.single("a maximum", inputs).size();
    for (List<Integer> group : groups) {
      for (int index : group) {
        if (index < 0 || index >= size) {
          throw new IllegalArgumentException("no element " + index + " among " + size);
        }
      }
    }
    return Shape.of(groups.size());
  }
}
