package org.folding.engine.network;

import java.util.List;
import org.folding.api.network.Shape;
import org.folding.api.network.TransposedConvolution;

/** A transposed convolution row by row: the positions whose windows reach an element. */
final class TransposedConvolutionRows implements LinearRows {
  private final double[] weights;
  private final double[] bias;
  private final int elements;
  private final int positions;
  private final int channels;
  private final int positionChannels;
  private final int kernelSize;
  // The positions whose windows reach each element, and the kernel's elements that do.
  private final int[] first;
  private final int[] position;
  private final int[] kernel;

  TransposedConvolutionRows(TransposedConvolution convolution, Shape operand, Shape result) {
    List<Integer> extents = result.dimensions().subList(1, result.rank());
    WindowPairs pairs =
        new WindowPairs(
            convolution.window(), extents, operand.dimensions().subList(1, operand.rank()));
    this.weights = convolution.weights().toArray();
    this.bias = convolution.bias().toArray();
    this.elements = result.size() / result.extent(0);
    this.positions = pairs.positions();
    this.channels = convolution.weights().shape().extent(1);
    this.positionChannels = convolution.inputChannels() / convolution.groups();
    this.kernelSize = weights.length / convolution.inputChannels() / channels;
    int count = pairs.first(positions);
    this.first = new int[elements + 2];
    this.position = new int[count];
    this.kernel = new int[count];
    for (int pair = 0; pair < count; pair++) {
      first[pairs.element(pair) + 2]++;
    }
    for (int e = 0; e < elements; e++) {
      first[e + 2] += first[e + 1];
    }
    for (int p = 0; p < positions; p++) {
      for (int pair = pairs.first(p); pair < pairs.first(p + 1); pair++) {
        int at = first[pairs.element(pair) + 1]++;
        position[at] = p;
        kernel[at] = pairs.kernel(pair);
      }
    }
  }

  @Override
  public double row(int row, Sink sink) {
    int channel = row / elements;
    int element = row % elements;
    int group = channel / channels;
    for (int c = 0; c < positionChannels; c++) {
      int source = group * positionChannels + c;
      int weight = (source * channels + channel % channels) * kernelSize;
      for (int at = first[element]; at < first[element + 1]; at++) {
        sink.entry(0, source * positions + position[at], weights[weight + kernel[at]]);
      }
    }
    return bias[channel];
  }
}
