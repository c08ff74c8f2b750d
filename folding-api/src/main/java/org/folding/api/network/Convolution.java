package org.folding.api.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A convolution (cross-correlation, as in PyTorch and ONNX) over one or more spatial axes: for each
 * position of the window the products of the kernel with what lies under it are summed.
 *
 * @param weights shape [outputChannels,inputChannels/groups,kernel…], as PyTorch's {@code
 *     Conv2d.weight}
 * @param bias shape [outputChannels]
 * @param window how the kernel slides; its extents are those of the weights
 * @param groups in how many groups the channels fall; those of one do not see the others
 */
public record Convolution(Tensor weights, Tensor bias, Window window, int groups)
    implements Operation {

  /** Checks that weights, bias, window and groups belong together. */
  public Convolution {
    Objects.requireNonNull(window, "window is null");
    ConvolutionChecks.check(weights, window, groups);
    if (weights.shape().extent(0) % groups != 0) {
      throw new IllegalArgumentException(
          weights.shape().extent(0) + " output channels do not fall into " + groups + " groups");
    }
    if (!bias.shape().equals(Shape.of(weights.shape().extent(0)))) {
      throw new IllegalArgumentException(
          "bias of shape " + bias.shape() + " does not match weights of shape " + weights.shape());
    }
  }

  /**
   * @return the number of input channels
   */
  public int inputChannels() {
    return weights.shape().extent(1) * groups;
  }

  /**
   * @return the number of output channels
   */
  public int outputChannels() {
    return weights.shape().extent(0);
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    Shape shape = Operands.single("a convolution", inputs);
    ConvolutionChecks.checkOperand(shape, inputChannels(), window);
    List<Integer> extents = new ArrayList<>();
    extents.add(outputChannels());
    for (int axis = 0; axis < window.axes(); axis++) {
      extents.add(window.positions(axis, shape.extent(axis + 1)));
    }
    return new Shape(extents);
  }
}
