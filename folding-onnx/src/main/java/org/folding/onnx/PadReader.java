package org.folding.onnx;

import java.util.Arrays;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.onnx.Value.Signal;

/**
 * Pad by a constant, with amounts as an attribute or, from opset 11, as an input. Negative amounts
 * take elements away. From opset 18 the amounts may be those of some axes alone.
 */
final class PadReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    Signal x = node.signal(0);
    String mode = node.attributes().text("mode", "constant");
    if (!mode.equals("constant")) {
      throw node.refuse("has the mode '" + mode + "'; only 'constant' is supported");
    }
    int hidden = node.batch().axes();
    int rank = x.shape().rank();
    long[] pads = pads(node, rank + hidden);
    double fill = node.has(2) ? node.weights(2).values()[0] : node.attributes().real("value", 0);
    if (hidden == 1 && (pads[0] != 0 || pads[rank + 1] != 0)) {
      throw node.refuseBatch("pads the batch axis");
    }
    int[] dims = new int[rank];
    int[] before = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      before[axis] = Math.toIntExact(pads[hidden + axis]);
      int after = Math.toIntExact(pads[rank + 2 * hidden + axis]);
      dims[axis] = Math.addExact(Math.addExact(x.shape().extent(axis), before[axis]), after);
      if (dims[axis] < 1) {
        throw node.refuse(
            "removes all elements of a tensor of shape " + Operand.of(node, x).shapeText());
      }
    }
    if (Arrays.stream(pads).allMatch(pad -> pad == 0)) {
      return x;
    }
    Operand.requireSmall(node, dims);
    return node.emit(padded(x.shape(), Shape.of(dims), before, fill), x);
  }

  /** The amounts before each axis of the graph, and then those after each. */
  private static long[] pads(NodeCall node, int rank) {
    long[] given = node.attributes().integers("pads").orElseGet(() -> node.constant(1).toLongs());
    if (!node.has(3)) {
      if (given.length != 2 * rank) {
        throw node.refuse("pads " + given.length / 2 + " axes of " + rank);
      }
      return given;
    }
    long[] axes = node.constant(3).toLongs();
    if (given.length != 2 * axes.length) {
      throw node.refuse(
          "has "
              + given.length
              + " pads and "
              + axes.length
              + " axes; there must be two pads for an axis");
    }
    long[] pads = new long[2 * rank];
    boolean[] named = new boolean[rank];
    for (int i = 0; i < axes.length; i++) {
      int axis = node.axis(axes[i], rank);
      if (named[axis]) {
        throw node.refuse("names axis " + axes[i] + " twice");
      }
      named[axis] = true;
      pads[axis] = given[i];
      pads[rank + axis] = given[axes.length + i];
    }
    return pads;
  }

  private static SparseMap padded(Shape from, Shape to, int[] before, double fill) {
    SparseMap.Builder map = SparseMap.builder(to);
    for (int i = 0; i < to.size(); i++) {
      int source = source(from, to, before, i);
      if (source < 0) {
        map.endRow(fill);
      } else {
        map.entry(source, 1).endRow(0);
      }
    }
    return map.build();
  }

  /** The element that an element of the result is, or −1 for padding. */
  private static int source(Shape from, Shape to, int[] before, int index) {
    int rest = index;
    int source = 0;
    int stride = 1;
    for (int axis = from.rank() - 1; axis >= 0; axis--) {
      int at = rest % to.extent(axis) - before[axis];
      rest /= to.extent(axis);
      if (at < 0 || at >= from.extent(axis)) {
        return -1;
      }
      source += at * stride;
      stride *= from.extent(axis);
    }
    return source;
  }
}
