package org.folding.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.TransposedConvolution;
import org.folding.api.network.Window;
import org.folding.onnx.Value.Signal;

/** ConvTranspose over one or more spatial axes, with its padding stated. */
final class ConvTransposeReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    Signal x = node.signal(0);
    Constant weights = node.weights(1);
    Attributes attributes = node.attributes();
    Sliding.requireChannels(node, x);
    if (weights.rank() != x.shape().rank() + 1) {
      throw node.refuse(
          "has weights of shape " + weights.shapeText() + " for a tensor of shape " + x.shape());
    }
    if (attributes.has("output_shape") || !attributes.text("auto_pad", "NOTSET").equals("NOTSET")) {
      throw node.refuse(
          "derives its padding from 'output_shape' or 'auto_pad', which is not supported;"
              + " state 'pads' and 'output_padding'");
    }
    int groups = Math.toIntExact(attributes.integer("group", 1));
    int[] kernel = Arrays.copyOfRange(weights.dims(), 2, weights.rank());
    Window window = Sliding.window(node, x.shape(), kernel);
    double[] bias =
        node.has(2)
            ? node.weights(2).values()
            : new double[Math.multiplyExact(weights.dims()[1], groups)];
    List<Integer> outputPadding =
        attributes
            .integers("output_padding")
            .map(pads -> Arrays.stream(pads).mapToObj(Math::toIntExact).toList())
            .orElseGet(() -> IntStream.of(kernel).mapToObj(extent -> 0).toList());
    return node.emit(
        new TransposedConvolution(
            Tensor.of(Shape.of(weights.dims()), weights.values()),
            Tensor.vector(bias),
            window,
            groups,
            outputPadding),
        x);
  }
}
