package org.folding.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.TransposedConvolution;
import org.folding.api.network.Window;
import org.folding.onnx.Value.Signal;

/** ConvTranspose over one or more spatial axes, its padding stated or made to give an extent. */
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
    int groups = Math.toIntExact(attributes.integer("group", 1));
    int[] kernel = Arrays.copyOfRange(weights.dims(), 2, weights.rank());
    Window window = Sliding.stated(node, x.shape(), kernel);
    double[] bias =
        node.has(2)
            ? node.weights(2).values()
            : new double[Math.multiplyExact(weights.dims()[1], groups)];
    List<Integer> outputPadding =
        attributes
            .integers("output_padding")
            .map(pads -> Arrays.stream(pads).mapToObj(Math::toIntExact).toList())
            .orElseGet(() -> IntStream.of(kernel).mapToObj(extent -> 0).toList());
    if (outputPadding.size() != kernel.length) {
      throw node.refuse("has 'output_padding' " + outputPadding + " for a kernel of other axes");
    }
    int[] wanted = wanted(node, x.shape(), window);
    if (wanted != null) {
      int[] totals = new int[wanted.length];
      List<Integer> added = new ArrayList<>(outputPadding);
      for (int axis = 0; axis < wanted.length; axis++) {
        long unpadded =
            (x.shape().extent(axis + 1) - 1L) * window.strides().get(axis)
                + window.span(axis)
                + outputPadding.get(axis);
        totals[axis] = Math.toIntExact(Math.max(0, unpadded - wanted[axis]));
        long beyond = wanted[axis] - unpadded;
        if (attributes.has("output_shape") && beyond > 0) {
          long reached = unpadded - outputPadding.get(axis);
          requireReached(node, axis, wanted[axis], reached, window.strides().get(axis));
          // What is beyond the reach of the kernel is the bias alone.
          added.set(axis, Math.toIntExact(added.get(axis) + beyond));
        }
      }
      window = Sliding.padded(node, window, totals);
      outputPadding = added;
    }
    return node.emit(
        new TransposedConvolution(
            Tensor.of(Shape.of(weights.dims()), weights.values()),
            Tensor.vector(bias),
            window,
            groups,
            outputPadding),
        x);
  }

  /** A position of the kernel more would fit into more than a stride. */
  private static void requireReached(
      NodeCall node, int axis, int wanted, long reached, int stride) {
    if (wanted - reached >= stride) {
      throw node.refuse(
          "has the output_shape "
              + wanted
              + " along spatial axis "
              + axis
              + ", where its kernel reaches "
              + reached
              + " elements; at most "
              + (reached + stride - 1)
              + " can be asked for");
    }
  }

  /** The spatial extents that the padding is to give, or null where the padding is stated. */
  private static int[] wanted(NodeCall node, Shape shape, Window window) {
    long[] stated = node.attributes().integers("output_shape").orElse(null);
    if (stated != null) {
      // Some exporters list the batch and the channels before the spatial axes.
      int skipped = stated.length == window.axes() + 2 ? 2 : 0;
      if (stated.length - skipped != window.axes()) {
        throw node.refuse(
            "has 'output_shape' "
                + Arrays.toString(stated)
                + " for "
                + window.axes()
                + " spatial axes");
      }
      return Arrays.stream(stated).skip(skipped).mapToInt(Math::toIntExact).toArray();
    }
    if (!Sliding.isSame(node)) {
      return null;
    }
    return IntStream.range(0, window.axes())
        .map(axis -> Math.multiplyExact(shape.extent(axis + 1), window.strides().get(axis)))
        .toArray();
  }
}
