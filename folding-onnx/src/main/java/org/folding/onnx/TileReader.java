package org.folding.onnx;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Tile: a tensor laid down several times along its axes. */
final class TileReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    Operand x = Operand.of(node, 0);
    long[] repeats = node.constant(1).toLongs();
    if (repeats.length != x.rank() || Arrays.stream(repeats).anyMatch(count -> count < 1)) {
      throw node.refuse(
          "repeats "
              + x.rank()
              + " axes "
              + Arrays.toString(repeats)
              + " times, which is not a valid repeat count");
    }
    int hidden = x.hidden();
    if (hidden > 0 && repeats[0] != 1) {
      throw node.refuseBatch("repeats the batch axis");
    }
    int[] dims = x.dims().clone();
    for (int axis = 0; axis < dims.length; axis++) {
      dims[axis] = (int) Math.min(Integer.MAX_VALUE, dims[axis] * repeats[axis + hidden]);
    }
    Operand.requireSmall(node, dims);
    int[][] picks = new int[dims.length][];
    for (int axis = 0; axis < dims.length; axis++) {
      int extent = x.dims()[axis];
      picks[axis] = IntStream.range(0, dims[axis]).map(i -> i % extent).toArray();
    }
    return x.select("", dims, Strides.picked(x.dims(), picks));
  }
}
