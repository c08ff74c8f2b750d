package org.folding.api.network;

import java.util.List;

/** Checks that convolutions share. */
final class ConvolutionChecks {
  private ConvolutionChecks() {}

  static void check(Tensor weights, Window window, int groups) {
    List<Integer> extents = weights.shape().dimensions();
    if (extents.size() < 3 || !extents.subList(2, extents.size()).equals(window.kernel())) {
      throw new IllegalArgumentException(
          "weights of shape "
              + weights.shape()
              + " do not match a kernel of extents "
              + new Shape(window.kernel()));
    }
    if (groups < 1) {
      throw new IllegalArgumentException("groups is " + groups + " but must be 1 or more");
    }
  }

  static void checkOperand(Shape shape, int channels, Window window) {
    if (shape.rank() != window.axes() + 1 || shape.extent(0) != channels) {
      throw new IllegalArgumentException(
          "takes "
              + channels
              + " channels with "
              + window.axes()
              + " spatial axes but gets a tensor of shape "
              + shape);
    }
  }
}
