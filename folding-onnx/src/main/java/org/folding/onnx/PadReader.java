package org.folding.onnx;

import java.util.Arrays;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.onnx.Value.Signal;

/** Pad by a constant, with amounts as an attribute or, from opset 11, as an input. */
final class PadReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    Signal x = node.signal(0);
    String mode = node.attributes().text("mode", "constant");
    if (!mode.equals("constant")) {
      throw node.refuse("has the mode '" + mode + "'; only 'constant' is supported");
    }
    if (node.has(3)) {
      throw node.refuse("names the axes to pad, which is not supported");
    }
    long[] pads =
        node.attributes()
            .integers("pads")
            .orElseGet(
                () -> Arrays.stream(node.constant(1).values()).mapToLong(v -> (long) v).toArray());
    double fill = node.has(2) ? node.weights(2).values()[0] : node.attributes().real("value", 0);
    int hidden = node.batch().axes();
    int rank = x.shape().rank();
    if (pads.length != 2 * (rank + hidden)) {
      throw node.refuse("pads " + pads.length / 2 + " axes of " + (rank + hidden));
    }
    if (hidden == 1 && (pads[0] != 0 || pads[rank + 1] != 0)) {
      throw node.refuseBatch("pads the batch axis");
    }
    int[] dims = new int[rank];
    int[] before = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      before[axis] = Math.toIntExact(pads[hidden + axis]);
      int after = Math.toIntExact(pads[rank + 2 * hidden + axis]);
      dims[axis] = Math.addExact(Math.addExact(x.shape().extent(axis), before[axis]), after);
    }
    if (Arrays.stream(pads).allMatch(pad -> pad == 0)) {
      return x;
    }
    Operand.requireSmall(node, dims);
    return node.emit(padded(x.shape(), Shape.of(dims), before, fill), x);
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
