package org.folding.engine.network;

import java.util.List;
import org.folding.api.network.Convolution;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.TransposedConvolution;

/** A convolution, or its transpose, by the pairs of elements that the window brings together. */
final class ConvolutionFunction implements NodeFunction {
  private final WindowPairs pairs;
  // Of the side that the window slides over, and of the side of its positions.
  private final int elements;
  private final int elementChannels;
  private final int positionChannels;
  private final int groups;
  private final boolean transposed;
  private final double[] weights;
  private final double[] bias;
  private final int kernelSize;

  private ConvolutionFunction(
      WindowPairs pairs,
      int elements,
      Tensor weights,
      Tensor bias,
      int groups,
      boolean transposed) {
    this.pairs = pairs;
    this.elements = elements;
    this.weights = weights.toArray();
    this.bias = bias.toArray();
    this.groups = groups;
    this.transposed = transposed;
    // Both kinds of weights are [position channels, element channels of a group, kernel].
    this.positionChannels = weights.shape().extent(0);
    this.elementChannels = weights.shape().extent(1) * groups;
    this.kernelSize = weights.size() / weights.shape().extent(0) / weights.shape().extent(1);
  }

  static NodeFunction of(Convolution convolution, Shape operand, Shape result) {
    return new ConvolutionFunction(
        new WindowPairs(convolution.window(), spatial(operand), spatial(result)),
        operand.size() / operand.extent(0),
        convolution.weights(),
        convolution.bias(),
        convolution.groups(),
        false);
  }

  static NodeFunction of(TransposedConvolution convolution, Shape operand, Shape result) {
    return new ConvolutionFunction(
        new WindowPairs(convolution.window(), spatial(result), spatial(operand)),
        result.size() / result.extent(0),
        convolution.weights(),
        convolution.bias(),
        convolution.groups(),
        true);
  }

  private static List<Integer> spatial(Shape shape) {
    return shape.dimensions().subList(1, shape.rank());
  }

  @Override
  public void apply(double[][] operands, double[] y) {
    double[] x = operands[0];
    int run = y.length / bias.length;
    for (int i = 0; i < y.length; i++) {
      y[i] = bias[i / run];
    }
    int positions = pairs.positions();
    int channels = elementChannels / groups;
    for (int c = 0; c < positionChannels; c++) {
      int firstChannel = c / (positionChannels / groups) * channels;
      for (int d = 0; d < channels; d++) {
        int kernel = (c * channels + d) * kernelSize;
        int tensor = (firstChannel + d) * elements;
        for (int p = 0; p < positions; p++) {
          int at = c * positions + p;
          int end = pairs.first(p + 1);
          for (int pair = pairs.first(p); pair < end; pair++) {
            double weight = weights[kernel + pairs.kernel(pair)];
            if (transposed) {
              y[tensor + pairs.element(pair)] += weight * x[at];
            } else {
              y[at] += weight * x[tensor + pairs.element(pair)];
            }
          }
        }
      }
    }
  }
}
