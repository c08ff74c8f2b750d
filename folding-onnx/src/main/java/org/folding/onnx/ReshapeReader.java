package org.folding.onnx;

import java.util.Arrays;
import org.folding.api.network.Shape;
import org.folding.onnx.Value.Signal;

/** Reshape to a constant shape, in which 0 keeps an extent and −1 takes what is left. */
final class ReshapeReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    long[] wanted = node.constant(1).toLongs();
    boolean zeroKeeps = node.attributes().integer("allowzero", 0) == 0;
    if (node.input(0) instanceof Constant constant) {
      int size = constant.values().length;
      return constant.withDims(resolved(node, wanted, constant.dims(), size, zeroKeeps));
    }
    Signal x = node.signal(0);
    int[] dims = x.shape().dimensions().stream().mapToInt(Integer::intValue).toArray();
    if (!node.batch().present()) {
      return node.reshaped(x, Shape.of(resolved(node, wanted, dims, x.shape().size(), zeroKeeps)));
    }
    if (wanted.length == 0 || !keepsBatch(node.batch(), wanted[0], zeroKeeps)) {
      throw merges(node, x, wanted);
    }
    long[] rest = Arrays.copyOfRange(wanted, 1, wanted.length);
    if (wanted[0] == -1) {
      long known = product(rest, dims, zeroKeeps);
      if (known != x.shape().size()) {
        throw merges(node, x, wanted);
      }
    }
    int[] shape;
    try {
      shape = resolved(node, rest, dims, x.shape().size(), zeroKeeps);
    } catch (IllegalArgumentException e) {
      BatchAxisException mixed = merges(node, x, wanted);
      mixed.initCause(e);
      throw mixed;
    }
    return node.reshaped(x, Shape.of(shape));
  }

  /** A first extent of 1 is what a trace with one input leaves. */
  private static boolean keepsBatch(BatchAxis batch, long first, boolean zeroKeeps) {
    return first == -1
        || first == 1
        || (first == 0 && zeroKeeps)
        || (batch.isFixed() && first == batch.extent());
  }

  private static BatchAxisException merges(NodeCall node, Signal x, long[] wanted) {
    return node.refuseBatch(
        "turns a tensor of shape "
            + x.shape()
            + " beside the batch axis into "
            + Arrays.toString(wanted)
            + ", which does not keep the batch axis apart; such a shape begins with 0 or -1 and"
            + " its other extents hold "
            + x.shape().size()
            + " elements");
  }

  /** The product of the extents, or −1 where one of them is left open or they are too large. */
  private static long product(long[] wanted, int[] dims, boolean zeroKeeps) {
    long product = 1;
    for (int i = 0; i < wanted.length; i++) {
      long extent = wanted[i] == 0 && zeroKeeps && i < dims.length ? dims[i] : wanted[i];
      if (extent < 0 || extent > Integer.MAX_VALUE) {
        return -1;
      }
      product *= extent;
      if (product > Integer.MAX_VALUE) {
        return -1;
      }
    }
    return product;
  }

  private static int[] resolved(
      NodeCall node, long[] wanted, int[] dims, int size, boolean zeroKeeps) {
    int[] shape = new int[wanted.length];
    int open = -1;
    long product = 1;
    for (int i = 0; i < wanted.length; i++) {
      long extent = wanted[i];
      if (extent == 0 && zeroKeeps) {
        if (i >= dims.length) {
          throw node.refuse("keeps the extent of axis " + i + ", which its operand does not have");
        }
        extent = dims[i];
      }
      if (extent == -1 && open < 0) {
        open = i;
        continue;
      }
      if (extent < 0 || extent > Integer.MAX_VALUE || product * extent > Integer.MAX_VALUE) {
        throw node.refuse("has the impossible target shape " + Arrays.toString(wanted));
      }
      shape[i] = (int) extent;
      product *= extent;
    }
    if (open >= 0 && product > 0 && size % product == 0) {
      shape[open] = (int) (size / product);
      product = size;
    }
    if (product != size) {
      throw new IllegalArgumentException(
          "cannot turn " + size + " elements into " + Arrays.toString(wanted));
    }
    return shape;
  }
}
