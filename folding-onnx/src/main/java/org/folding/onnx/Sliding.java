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
    Window window = stated(node, shape, kernel);
    if (!isSame(node)) {
      return window;
    }
    int[] totals = new int[kernel.length];
    for (int axis = 0; axis < kernel.length; axis++) {
      int extent = shape.extent(axis + 1);
      int stride = window.strides().get(axis);
      long positions = (extent + stride - 1L) / stride;
      totals[axis] =
          Math.toIntExact(Math.max(0, (positions - 1) * stride + window.span(axis) - extent));
    }
    return padded(node, window, totals);
  }

  /** The window with the padding that is stated, whatever 'auto_pad' says. */
  static Window stated(NodeCall node, Shape shape, int[] kernel) {
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
    List<Integer> pads = list(node, "pads", 2 * axes, 0);
    return new Window(
        Arrays.stream(kernel).boxed().toList(),
        list(node, "strides", axes, 1),
        list(node, "dilations", axes, 1),
        pads.subList(0, axes),
        pads.subList(axes, 2 * axes));
  }

  /** The same window with another padding along each spatial axis, {@code totals} in all. */
  static Window padded(NodeCall node, Window window, int[] totals) {
    // Of an odd number the last side gets one more where that is asked for, else the first one.
    boolean last = node.attributes().text("auto_pad", "NOTSET").equals("SAME_UPPER");
    List<Integer> before = new ArrayList<>();
    List<Integer> after = new ArrayList<>();
    for (int total : totals) {
      before.add(last ? total / 2 : total - total / 2);
      after.add(last ? total - total / 2 : total / 2);
    }
    return new Window(window.kernel(), window.strides(), window.dilations(), before, after);
  }

  /** Whether the padding follows from the extents rather than from the attribute 'pads'. */
  static boolean isSame(NodeCall node) {
    String mode = node.attributes().text("auto_pad", "NOTSET");
    if (!List.of("NOTSET", "VALID", "SAME_UPPER", "SAME_LOWER").contains(mode)) {
      throw node.refuse(
          "has the auto_pad '" + mode + "'; known are NOTSET, VALID, SAME_UPPER, SAME_LOWER");
    }
    return mode.startsWith("SAME");
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
