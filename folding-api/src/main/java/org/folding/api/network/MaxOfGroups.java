package org.folding.api.network;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The maximum over groups of elements: y_i = max { x_j : j ∈ group i }, as in a max-pool. A switch
 * of the winner bends the map but is no flip: these maxima are not counted.
 */
public final class MaxOfGroups implements Operation {
  private final Shape shape;
  private final int[][] groups;

  /**
   * @param shape the shape of the result
   * @param groups for each element of the result, row-major, the row-major indices of the elements
   *     that it is the maximum of, at least one each; copied
   * @throws IllegalArgumentException if a group is empty or there are more or fewer than the shape
   *     has elements
   */
  public MaxOfGroups(Shape shape, int[][] groups) {
    this.shape = Objects.requireNonNull(shape, "shape is null");
    if (groups.length != shape.size()) {
      throw new IllegalArgumentException(groups.length + " groups for a result of shape " + shape);
    }
    this.groups = new int[groups.length][];
    for (int i = 0; i < groups.length; i++) {
      if (groups[i].length == 0) {
        throw new IllegalArgumentException("a maximum needs at least one operand");
      }
      this.groups[i] = groups[i].clone();
    }
  }

  /**
   * @param groups for each element of the result, a vector, the row-major indices of the elements
   *     that it is the maximum of, at least one each
   * @return the operation
   */
  public static MaxOfGroups of(List<List<Integer>> groups) {
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("a maximum needs at least one operand");
    }
    int[][] indices = new int[groups.size()][];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = groups.get(i).stream().mapToInt(Integer::intValue).toArray();
    }
    return new MaxOfGroups(Shape.of(indices.length), indices);
  }

  /**
   * @return the shape of the result
   */
  public Shape shape() {
    return shape;
  }

  /**
   * @param group a row-major index of the result
   * @return how many elements it is the maximum of
   */
  public int size(int group) {
    return groups[group].length;
  }

  /**
   * @param group a row-major index of the result
   * @param member from 0 to the group's size − 1
   * @return the row-major index of that element
   */
  public int element(int group, int member) {
    return groups[group][member];
  }

  /**
   * @param group a row-major index of the result
   * @return the row-major indices of its elements, in a new array
   */
  public int[] elements(int group) {
    return groups[group].clone();
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    int size = Operands.single("a maximum", inputs).size();
    for (int[] group : groups) {
      for (int index : group) {
        if (index < 0 || index >= size) {
          throw new IllegalArgumentException("no element " + index + " among " + size);
        }
      }
    }
    return shape;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MaxOfGroups max
        && shape.equals(max.shape)
        && Arrays.deepEquals(groups, max.groups);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(groups);
  }

  @Override
  public String toString() {
    return "maxima of shape " + shape;
  }
}
