package org.folding.testkit;

import java.util.List;
import org.folding.api.network.Convolution;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.TransposedConvolution;
import org.folding.api.network.Window;

/** Convolutions by the letter of their definition, element by element. */
final class SlidingKernel {
  private final Window window;
  private final List<Integer> elements;
  private final List<Integer> positions;

  /**
   * @param window how the kernel slides
   * @param over the shape of the tensor that it slides over, channels first
   * @param positions the shape of the tensor with a value for each of its positions
   */
  SlidingKernel(Window window, Shape over, Shape positions) {
    this.window = window;
    this.elements = over.dimensions().subList(1, over.rank());
    this.positions = positions.dimensions().subList(1, positions.rank());
  }

  void convolve(Convolution convolution, double[] x, double[] y) {
    int perGroup = convolution.inputChannels() / convolution.groups();
    int outputs = convolution.outputChannels() / convolution.groups();
    for (int i = 0; i < y.length; i++) {
      int channel = i / size(positions);
      y[i] = convolution.bias().get(channel);
      for (int c = 0; c < perGroup; c++) {
        int source = channel / outputs * perGroup + c;
        for (int k = 0; k < size(window.kernel()); k++) {
          int element = element(i % size(positions), k);
          if (element >= 0) {
            double weight = weight(convolution.weights(), channel, c, k);
            y[i] += weight * x[source * size(elements) + element];
          }
        }
      }
    }
  }

  void spread(TransposedConvolution convolution, double[] x, double[] y) {
    int perGroup = convolution.outputChannels() / convolution.groups();
    int inputs = convolution.inputChannels() / convolution.groups();
    for (int i = 0; i < y.length; i++) {
      y[i] = convolution.bias().get(i / size(elements));
    }
    for (int i = 0; i < x.length; i++) {
      int channel = i / size(positions);
      for (int c = 0; c < perGroup; c++) {
        int target = channel / inputs * perGroup + c;
        for (int k = 0; k < size(window.kernel()); k++) {
          int element = element(i % size(positions), k);
          if (element >= 0) {
            double weight = weight(convolution.weights(), channel, c, k);
            y[target * size(elements) + element] += weight * x[i];
          }
        }
      }
    }
  }

  private double weight(Tensor weights, int first, int second, int kernel) {
    int row = first * weights.shape().extent(1) + second;
    return weights.get(row * size(window.kernel()) + kernel);
  }

  /** The element under an element of the kernel at a position; −1 in the padding. */
  private int element(int position, int kernel) {
    int element = 0;
    int stride = 1;
    int restOfPosition = position;
    int restOfKernel = kernel;
    for (int axis = window.axes() - 1; axis >= 0; axis--) {
      int index =
          window.index(
              axis, restOfPosition % positions.get(axis), restOfKernel % window.kernel().get(axis));
      if (index < 0 || index >= elements.get(axis)) {
        return -1;
      }
      element += index * stride;
      stride *= elements.get(axis);
      restOfPosition /= positions.get(axis);
      restOfKernel /= window.kernel().get(axis);
    }
    return element;
  }

  private static int size(List<Integer> extents) {
    return extents.stream().reduce(1, (a, b) -> a * b);
  }
}
