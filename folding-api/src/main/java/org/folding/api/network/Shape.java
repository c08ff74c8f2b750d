package org.folding.api.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shape of a tensor without its batch axis, row-major. A scalar has rank 0 and size 1.
 *
 * @param dimensions the extents, each at least 1
 */
public record Shape(List<Integer> dimensions) {

  /** Checks that every extent is positive and that the size fits into an {@code int}. */
  public Shape {
    dimensions = List.copyOf(dimensions);
    long size = 1;
    for (int extent : dimensions) {
      if (extent < 1) {
        throw new IllegalArgumentException("extent " + extent + " in shape " + dimensions);
      }
      size *= extent;
      if (size > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("shape " + dimensions + " has too many elements");
      }
    }
  }

  /**
   * @param dimensions the extents, each at least 1
   * @return the shape
   */
  public static Shape of(int... dimensions) {
    return new Shape(Arrays.stream(dimensions).boxed().toList());
  }

  /**
   * @return the number of axes
   */
  public int rank() {
    return dimensions.size();
  }

  /**
   * @param axis from 0 to rank − 1
   * @return the extent of that axis
   */
  public int extent(int axis) {
    return dimensions.get(axis);
  }

  /**
   * @return the number of elements
   */
  public int size() {
    // Not by a stream: readers ask for it in their loops.
    int size = 1;
    for (int extent : dimensions) {
      size *= extent;
    }
    return size;
  }

  /**
   * @return the shape as users read it, for example {@code [1,28,28]}
   */
  @Override
  public String toString() {
    return dimensions.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }
}
