package org.folding.onnx;

import java.util.Arrays;
import org.folding.api.network.Convolution;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.Window;
import org.folding.onnx.Value.Signal;

/** Conv over one or more spatial axes. */
final class ConvReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    Signal x = node.signal(0);
    Constant weights = node.weights(1);
    Sliding.requireChannels(node, x);
    if (weights.rank() != x.shape().rank() + 1) {
      throw node.refuse(
          "has weights of shape " + weights.shapeText() + " for a tensor of shape " + x.shape());
    }
    int[] kernel = Arrays.copyOfRange(weights.dims(), 2, weights.rank());
    Window window = Sliding.window(node, x.shape(), kernel);
    int maps = weights.dims()[0];
    double[] bias = node.has(2) ? node.weights(2).values() : new double[maps];
    if (bias.length != maps) {
      throw node.refuse("has " + bias.length + " values as bias for " + maps + " output channels");
    }
    Convolution convolution =
        new Convolution(
            Tensor.of(Shape.of(weights.dims()), weights.values()),
            Tensor.vector(bias),
            window,
            Math.toIntExact(node.attributes().integer("group", 1)));
    return node.emit(convolution, x);
  }
}
