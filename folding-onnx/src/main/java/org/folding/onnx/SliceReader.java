package org.folding.onnx;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Slice: a range along each axis, as attributes up to opset 9 and as inputs from 10 on. */
final class SliceReader implements OperatorReader {
  /** Exporters write an end as large as this where they mean the end of the axis. */
  private static final long ANY_EXTENT = Integer.MAX_VALUE;

  @Override
  public Value read(NodeCall node) {
    Operand x = Operand.of(node, 0);
    long[] starts = list(node, "starts", 1);
    long[] ends = list(node, "ends", 2);
    long[] axes =
        node.has(3)
            ? node.constant(3).toLongs()
            : node.attributes()
                .integers("axes")
                .orElseGet(() -> IntStream.range(0, starts.length).asLongStream().toArray());
    long[] steps = new long[axes.length];
    Arrays.fill(steps, 1);
    if (node.has(4)) {
      steps = node.constant(4).toLongs();
    }
    if (ends.length != starts.length
        || axes.length != starts.length
        || steps.length != axes.length) {
      throw node.refuse(
          "has "
              + starts.length
              + " starts, "
              + ends.length
              + " ends, "
              + axes.length
              + " axes and "
              + steps.length
              + " steps; there must be one of each for an axis");
    }
    int[][] picks = new int[x.dims().length][];
    for (int axis = 0; axis < picks.length; axis++) {
      picks[axis] = IntStream.range(0, x.dims()[axis]).toArray();
    }
    for (int i = 0; i < axes.length; i++) {
      int axis = x.axis(axes[i]);
      if (steps[i] == 0) {
        throw node.refuse("has the step 0 along axis " + axes[i]);
      }
      if (axis == Operand.BATCH) {
        requireWholeBatch(node, starts[i], ends[i], steps[i]);
      } else {
        picks[axis] = range(x.dims()[axis], starts[i], ends[i], steps[i]);
      }
    }
    int[] dims = Arrays.stream(picks).mapToInt(pick -> pick.length).toArray();
    return x.select("", dims, Strides.picked(x.dims(), picks));
  }

  private static long[] list(NodeCall node, String name, int index) {
    return node.has(index)
        ? node.constant(index).toLongs()
        : node.attributes()
            .integers(name)
            .orElseThrow(() -> node.refuse("does not say its '" + name + "'"));
  }

  private static void requireWholeBatch(NodeCall node, long start, long end, long step) {
    long most = node.batch().isFixed() ? node.batch().extent() : ANY_EXTENT;
    if (start != 0 || end < most || step != 1) {
      throw node.refuseBatch("takes a part of the batch axis");
    }
  }

  /** The indices from start on and before end, counted from the end where negative, and clamped. */
  private static int[] range(int extent, long start, long end, long step) {
    boolean forwards = step > 0;
    // Backwards the end may stand before the first index.
    long least = forwards ? 0 : -1;
    long most = forwards ? extent : extent - 1L;
    long first = Math.max(forwards ? 0 : Math.min(0, most), Math.min(most, from(start, extent)));
    long last = Math.max(least, Math.min(most, from(end, extent)));
    // An extent fits into an int, so a longer step than that passes over everything.
    long stride = Math.max(-ANY_EXTENT, Math.min(ANY_EXTENT, step));
    long distance = forwards ? last - first : first - last;
    long count = distance <= 0 ? 0 : (distance - 1) / Math.abs(stride) + 1;
    return IntStream.range(0, (int) count).map(i -> (int) (first + i * stride)).toArray();
  }

  private static long from(long index, int extent) {
    return index < 0 ? index + extent : index;
  }
}
