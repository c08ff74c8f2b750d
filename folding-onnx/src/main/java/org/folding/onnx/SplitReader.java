package org.folding.onnx;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Split into parts along an axis: of sizes given as an attribute, or as an input from opset 13 on,
 * or else of equal ones.
 */
final class SplitReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    Operand x = Operand.of(node, 0);
    int axis = x.axisButBatch(node.attributes().integer("axis", 0), "splits");
    int extent = x.dims()[axis];
    long[] sizes =
        node.has(1)
            ? node.constant(1).toLongs()
            : node.attributes().integers("split").orElseGet(() -> equal(node, extent));
    if (Arrays.stream(sizes).anyMatch(size -> size < 0)
        || Arrays.stream(sizes).sum() != extent
        || sizes.length != node.outputs()) {
      throw node.refuse(
          "splits an axis of extent "
              + extent
              + " into "
              + node.outputs()
              + " parts of sizes "
              + Arrays.toString(sizes)
              + ", which do not add up");
    }
    Value first = null;
    int start = 0;
    for (int part = 0; part < sizes.length; part++) {
      Value value = part(x, axis, start, (int) sizes[part], "part" + part);
      start += (int) sizes[part];
      if (part == 0) {
        first = value;
      } else {
        node.further(part, value);
      }
    }
    return first;
  }

  private static long[] equal(NodeCall node, int extent) {
    int parts = Math.toIntExact(node.attributes().integer("num_outputs", node.outputs()));
    if (parts < 1) {
      throw node.refuse("splits into " + parts + " parts");
    }
    boolean uneven = node.attributes().has("num_outputs");
    if (extent % parts != 0 && !uneven) {
      throw node.refuse("splits an axis of extent " + extent + " into " + parts + " equal parts");
    }
    int size = (extent + parts - 1) / parts;
    // What is missing is missing from the last part.
    return IntStream.range(0, parts)
        .mapToLong(i -> Math.max(0, Math.min(size, extent - i * (long) size)))
        .toArray();
  }

  private static Value part(Operand x, int axis, int start, int size, String name) {
    int[] dims = x.dims().clone();
    dims[axis] = size;
    int[] strides = Strides.of(x.dims());
    return x.select(name, dims, Strides.positions(dims, strides, start * strides[axis]));
  }
}
