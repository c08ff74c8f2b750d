package org.folding.engine.network;

import java.util.List;
import org.folding.api.network.Convolution;
import org.folding.api.network.Shape;

/** A convolution row by row: the kernel's elements at one position. */
final class ConvolutionRows implements LinearRows {
  private final WindowPairs pairs;
  private final double[] weights;
  private final double[] bias;
  private final int elements;
  private final int channels;
  private final int channelsOut;
  private final int kernelSize;
  // For each position the first one at which the same elements of the kernel lie on the tensor.
  private final int[] samePosition;

  ConvolutionRows(Convolution convolution, Shape operand, Shape result) {
    List<Integer> extents = operand.dimensions().subList(1, operand.rank());
    List<Integer> positions = result.dimensions().subList(1, result.rank());
    this.pairs = new WindowPairs(convolution.window(), extents, positions);
    this.weights = convolution.weights().toArray();
    this.bias = convolution.bias().toArray();
    this.elements = operand.size() / operand.extent(0);
    this.channels = convolution.weights().shape().extent(1);
    this.channelsOut = convolution.outputChannels() / convolution.groups();
    this.kernelSize = weights.length / convolution.outputChannels() / channels;
    this.samePosition = pairs.sameKernels();
  }

  @Override
  public double row(int row, Sink sink) {
    int channel = row / pairs.positions();
    int position = row % pairs.positions();
    int first = channel / channelsOut * channels;
    int end = pairs.first(position + 1);
    for (int d = 0; d < channels; d++) {
      int kernel = (channel * channels + d) * kernelSize;
      int tensor = (first + d) * elements;
      for (int pair = pairs.first(position); pair < end; pair++) {
        sink.entry(0, tensor + pairs.element(pair), weights[kernel + pairs.kernel(pair)]);
      }
    }
    return bias[channel];
  }

  @Override
  public int sameElements(int row) {
    int positions = pairs.positions();
    int channel = row / positions;
    return channel / channelsOut * channelsOut * positions + row % positions;
  }

  @Override
  public int sameWeights(int row) {
    int position = row % pairs.positions();
    return row - position + samePosition[position];
  }
}
