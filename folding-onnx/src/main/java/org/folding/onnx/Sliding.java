package org.folding.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.folding.api.network.Shape;
import org.folding.api.network.Window;
import org.folding.onnx.Value.Signal;

/** The attributes of operators that slide a window over the spatial axes. */
final class Sliding {
  private Sliding() {}

  /** Channels stand on axis 1 of the graph, behind the batch. */
  static void requireChannels(NodeCall node, Signal x) {
    if (!node.batch().present() || x.shape().rank() < 2) {
      throw node.refuse(
          "reads a tensor of shape "
              + x.shape()
              + " without the batch; it needs batch, channels and spatial axes");
    }
  }

  /** The window of a convolution or a pool, whose kernel's extents are known. */
  static Window window(NodeCall node, Shape shape, int[] kernel) {
    Attributes attributes = node.attributes();
    int axes = kernel.length;
    long[] stated = attributes.integers("kernel_shape").orElse(null);
    if (stated != null && !Arrays.equals(stated, Arrays.stream(kernel).asLongStream().toArray())) {
      throw node.refuse(
          "states the kernel "
              + Arrays.toString(stated)
              + " beside weights of "
              + Arrays.toString(kernel));
    }
    if (shape.rank() != axes + 1) {
      throw node.refuse(
          "slides a kernel of " + axes + " spatial axes over a tensor of shape " + shape);
    }
    List<Integer> strides = list(node, "strides", axes, 1);
    List<Integer> dilations = list(node, "dilations", axes, 1);
    List<Integer> pads = list(node, "pads", 2 * axes, 0);
    List<Integer> before = new ArrayList<>(pads.subList(0, axes));
    List<Integer> after = new ArrayList<>(pads.subList(axes, 2 * axes));
    String mode = attributes.text("auto_pad", "NOTSET");
    if (mode.startsWith("SAME")) {
      for (int a = 0; a < axes; a++) {
        int extent = shape.extent(a + 1);
        int positions = (extent + strides.get(a) - 1) / strides.get(a);
        int span = dilations.get(a) * (kernel[a] - 1) + 1;
        int total = Math.max(0, (positions - 1) * strides.get(a) + span - extent);
        // Of an odd number the last side gets one more, or the first one.
        int first = mode.equals("SAME_LOWER") ? total - total / 2 : total / 2;
        before.set(a, first);
        after.set(a, total - first);
      }
    }
    return new Window(Arrays.stream(kernel).boxed().toList(), strides, dilations, before, after);
  }

  private static List<Integer> list(NodeCall node, String name, int length, int absent) {
    long[] values = node.attributes().integers(name).orElse(null);
    if (values == null) {
      return IntStream.range(0, length).mapToObj(i -> absent).toList();
    }
    if (values.length != length) {
      throw node.refuse("has " + values.length + " entries in '" + name + "', not " + length);
    }
    return Arrays.stream(values).mapToObj(Math::toIntExact).toList();
  }
}
