package org.folding.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folding.api.network.Shape;
import org.folding.onnx.Value.Signal;

/** Transpose of a constant, or of a computed tensor where only axes of extent 1 change places. */
final class TransposeReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    if (node.input(0) instanceof Constant constant) {
      return folded(constant, permutation(node, constant.rank()));
    }
    Signal x = node.signal(0);
    int hidden = node.batch().axes();
    int[] permutation = permutation(node, x.shape().rank() + hidden);
    List<Integer> extents = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < permutation.length; i++) {
      int axis = permutation[i] - hidden;
      if (axis < 0 != i < hidden) {
        throw node.refuseBatch("moves the batch axis away from the front");
      }
      if (axis < 0) {
        continue;
      }
      int extent = x.shape().extent(axis);
      if (extent > 1 && axis < last) {
        throw node.refuse(
            "reorders the elements of a computed tensor of shape "
                + x.shape()
                + ", which is not supported; only constants can be transposed");
      }
      last = extent > 1 ? axis : last;
      extents.add(extent);
    }
    return node.reshaped(x, new Shape(extents));
  }

  private static int[] permutation(NodeCall node, int rank) {
    long[] listed = node.attributes().integers("perm").orElseGet(() -> reversed(rank));
    int[] permutation = new int[listed.length];
    boolean[] seen = new boolean[rank];
    for (int i = 0; i < listed.length; i++) {
      permutation[i] = node.axis(listed[i], rank);
      seen[permutation[i]] = true;
    }
    for (boolean named : seen) {
      if (!named || listed.length != rank) {
        throw node.refuse(
            "has perm " + Arrays.toString(listed) + ", no permutation of " + rank + " axes");
      }
    }
    return permutation;
  }

  private static long[] reversed(int rank) {
    long[] axes = new long[rank];
    for (int i = 0; i < rank; i++) {
      axes[i] = rank - 1L - i;
    }
    return axes;
  }

  private static Constant folded(Constant constant, int[] permutation) {
    int[] strides = Strides.of(constant.dims());
    int[] dims = new int[permutation.length];
    int[] steps = new int[permutation.length];
    for (int i = 0; i < permutation.length; i++) {
      dims[i] = constant.dims()[permutation[i]];
      steps[i] = strides[permutation[i]];
    }
    return Constant.of(
        constant.name(), constant.type(), dims, Strides.gather(constant.values(), dims, steps));
  }
}
