package org.folding.onnx;

import java.util.Arrays;

/** Transpose, which leaves the batch axis at the front. */
final class TransposeReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    Operand x = Operand.of(node, 0);
    int hidden = x.hidden();
    int[] permutation = permutation(node, x.rank());
    if (hidden > 0 && permutation[0] != 0) {
      throw node.refuseBatch("moves the batch axis away from the front");
    }
    int[] strides = Strides.of(x.dims());
    int[] dims = new int[x.dims().length];
    int[] steps = new int[dims.length];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = x.dims()[permutation[i + hidden] - hidden];
      steps[i] = strides[permutation[i + hidden] - hidden];
    }
    return x.select("", dims, Strides.positions(dims, steps, 0));
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
}
