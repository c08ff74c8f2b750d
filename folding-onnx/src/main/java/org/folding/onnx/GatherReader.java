package org.folding.onnx;

import java.util.stream.IntStream;

/** Gather: of an axis the elements at constant indices, negative ones counted from the end. */
final class GatherReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    Operand x = Operand.of(node, 0);
    Constant indices = node.constant(1);
    int axis = x.axisButBatch(node.attributes().integer("axis", 0), "picks along");
    int extent = x.dims()[axis];
    long[] listed = indices.toLongs();
    int[] picks = new int[listed.length];
    for (int i = 0; i < picks.length; i++) {
      long index = listed[i];
      if (index < -extent || index >= extent) {
        throw node.refuse("picks element " + index + " along an axis of extent " + extent);
      }
      picks[i] = (int) (index < 0 ? index + extent : index);
    }
    int[][] all = new int[x.dims().length][];
    for (int i = 0; i < all.length; i++) {
      all[i] = i == axis ? picks : IntStream.range(0, x.dims()[i]).toArray();
    }
    // The axis gives way to those of the indices, none if there is a single one.
    int[] dims =
        IntStream.concat(
                IntStream.concat(IntStream.of(x.dims()).limit(axis), IntStream.of(indices.dims())),
                IntStream.of(x.dims()).skip(axis + 1L))
            .toArray();
    Operand.requireSmall(node, dims);
    return x.select("", dims, Strides.picked(x.dims(), all));
  }
}
