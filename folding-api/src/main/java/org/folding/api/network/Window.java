package org.folding.api.network;

import java.util.List;

/**
 * How a kernel slides over the spatial axes of a tensor, as in ONNX and PyTorch. Every list has one
 * entry a spatial axis.
 *
 * @param kernel the kernel's extents, each at least 1
 * @param strides how far it moves from one position to the next, each at least 1
 * @param dilations the distance of neighbouring elements of the kernel, each at least 1
 * @param padBefore how many zeros are thought before the first element, each at least 0
 * @param padAfter how many zeros are thought after the last element, each at least 0
 */
public record Window(
    List<Integer> kernel,
    List<Integer> strides,
    List<Integer> dilations,
    List<Integer> padBefore,
    List<Integer> padAfter) {

  /** Checks that all lists have one entry an axis, none too small. */
  public Window {
    kernel = checked("kernel", kernel, 1, kernel.size());
    strides = checked("strides", strides, 1, kernel.size());
    dilations = checked("dilations", dilations, 1, kernel.size());
    padBefore = checked("padding", padBefore, 0, kernel.size());
    padAfter = checked("padding", padAfter, 0, kernel.size());
  }

  private static List<Integer> checked(String what, List<Integer> values, int least, int axes) {
    if (values.size() != axes) {
      throw new IllegalArgumentException(
          what + " " + values + " do not match a kernel of " + axes + " spatial axes");
    }
    for (int value : values) {
      if (value < least) {
        throw new IllegalArgumentException(
            what + " " + values + " has an entry less than " + least);
      }
    }
    return List.copyOf(values);
  }

  /**
   * @param kernel the kernel's extents
   * @return a window that moves by one, without padding
   */
  public static Window of(Integer... kernel) {
    List<Integer> ones = List.of(kernel).stream().map(extent -> 1).toList();
    List<Integer> zeros = ones.stream().map(one -> 0).toList();
    return new Window(List.of(kernel), ones, ones, zeros, zeros);
  }

  /**
   * @return the number of spatial axes
   */
  public int axes() {
    return kernel.size();
  }

  /**
   * @param axis a spatial axis, from 0
   * @return how many elements the kernel spans along it, dilation included
   */
  public long span(int axis) {
    return dilations.get(axis) * (kernel.get(axis) - 1L) + 1;
  }

  /**
   * How many positions the kernel has that lie wholly within the padded tensor.
   *
   * @param axis a spatial axis, from 0
   * @param extent the extent of the tensor along it
   * @return the number of positions, at least 1
   * @throws IllegalArgumentException if the kernel does not fit
   */
  public int positions(int axis, int extent) {
    long padded = (long) extent + padBefore.get(axis) + padAfter.get(axis);
    if (span(axis) > padded) {
      throw new IllegalArgumentException(
          "a kernel that spans "
              + span(axis)
              + " elements does not fit into "
              + padded
              + " along spatial axis "
              + axis);
    }
    return Math.toIntExact((padded - span(axis)) / strides.get(axis) + 1);
  }

  /**
   * The element that an element of the kernel lies on.
   *
   * @param axis a spatial axis, from 0
   * @param position the kernel's position, from 0
   * @param offset the element of the kernel, from 0
   * @return an index along the axis; in the padding it is negative or not less than the extent
   */
  public int index(int axis, int position, int offset) {
    return position * strides.get(axis) - padBefore.get(axis) + offset * dilations.get(axis);
  }
}
