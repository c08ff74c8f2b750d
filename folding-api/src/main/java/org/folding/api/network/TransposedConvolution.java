package org.folding.api.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A transposed convolution: each input element adds the kernel, times itself, to the output
 * elements under the window at its position. What falls into the padding is left out.
 *
 * @param weights shape [inputChannels,outputChannels/groups,kernel…], as PyTorch's {@code
 *     ConvTranspose2d.weight}
 * @param bias shape [outputChannels]
 * @param window how the kernel slides over the output; its extents are those of the weights
 * @param groups in how many groups the channels fall
 * @param outputPadding how many elements are added after the last of each spatial axis
 */
public record TransposedConvolution(
    Tensor weights, Tensor bias, Window window, int groups, List<Integer> outputPadding)
    implements Operation {

  /** Checks that weights, bias, window and groups belong together. */
  public TransposedConvolution {
    Objects.requireNonNull(window, "window is null");
    outputPadding = List.copyOf(outputPadding);
    ConvolutionChecks.check(weights, window, groups);
    if (weights.shape().extent(0) % groups != 0) {
      throw new IllegalArgumentException(
          weights.shape().extent(0) + " input channels do not fall into " + groups + " groups");
    }
    if (!bias.shape().equals(Shape.of(weights.shape().extent(1) * groups))) {
      throw new IllegalArgumentException(
          "bias of shape " + bias.shape() + " does not match weights of shape " + weights.shape());
    }
    if (outputPadding.size() != window.axes()
        || outputPadding.stream().anyMatch(padding -> padding < 0)) {
      throw new IllegalArgumentException(
          "output padding " + outputPadding + " does not match " + window.axes() + " spatial axes");
    }
  }

  /**
   * @return the number of input channels
   */
  public int inputChannels() {
    return weights.shape().extent(0);
  }

  /**
   * @return the number of output channels
   */
  public int outputChannels() {
    return weights.shape().extent(1) * groups;
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    Shape shape = Operands.single("a transposed convolution", inputs);
    ConvolutionChecks.checkOperand(shape, inputChannels(), window);
    List<Integer> extents = new ArrayList<>();
    extents.add(outputChannels());
    for (int axis = 0; axis < window.axes(); axis++) {
      long extent =
          (shape.extent(axis + 1) - 1L) * window.strides().get(axis)
              + window.span(axis)
              + outputPadding.get(axis)
              - window.padBefore().get(axis)
              - window.padAfter().get(axis);
      if (extent < 1) {
        throw new IllegalArgumentException("leaves nothing along spatial axis " + axis);
      }
      extents.add(Math.toIntExact(extent));
    }
    return new Shape(extents);
  }
}
