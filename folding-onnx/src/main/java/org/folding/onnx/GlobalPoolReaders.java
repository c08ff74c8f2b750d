package org.folding.onnx;

import java.util.Arrays;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Shape;
import org.folding.onnx.Value.Signal;

/** GlobalAveragePool and GlobalMaxPool: over all spatial axes. */
final class GlobalPoolReaders {
  private GlobalPoolReaders() {}

  static Value average(NodeCall node) {
    Signal x = operand(node);
    int[][] channels = channels(x.shape());
    return node.emit(
        ReduceReader.weighted(shape(x.shape()), channels, 1.0 / channels[0].length), x);
  }

  static Value max(NodeCall node) {
    Signal x = operand(node);
    return node.emit(new MaxOfGroups(shape(x.shape()), channels(x.shape())), x);
  }

  private static Signal operand(NodeCall node) {
    Signal x = node.signal(0);
    Sliding.requireChannels(node, x);
    return x;
  }

  private static Shape shape(Shape operand) {
    int[] extents = new int[operand.rank()];
    Arrays.fill(extents, 1);
    extents[0] = operand.extent(0);
    return Shape.of(extents);
  }

  /** The elements of each channel. */
  private static int[][] channels(Shape operand) {
    int[][] channels = new int[operand.extent(0)][operand.size() / operand.extent(0)];
    for (int c = 0; c < channels.length; c++) {
      int first = c * channels[c].length;
      Arrays.setAll(channels[c], i -> first + i);
    }
    return channels;
  }
}
