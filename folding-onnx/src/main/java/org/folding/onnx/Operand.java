package org.folding.onnx;

import java.util.Arrays;
import java.util.List;
import org.folding.api.network.Operation;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.onnx.Value.Signal;

/**
 * A constant or a computed tensor as an operator that works along axes sees it.
 *
 * @param node the node that reads it
 * @param value the tensor
 * @param dims its extents, of a computed tensor those without the batch axis
 */
record Operand(NodeCall node, Value value, int[] dims) {
  /** The most elements of a tensor that is made when a graph is read. */
  private static final int MOST_ELEMENTS = 1 << 24;

  /** What {@link #axis} gives for the batch axis. */
  static final int BATCH = -1;

  /** An input of a node. */
  static Operand of(NodeCall node, int index) {
    return of(node, node.input(index));
  }

  static Operand of(NodeCall node, Value value) {
    return new Operand(
        node,
        value,
        value instanceof Signal x ? dims(x.shape()) : ((Constant) value).dims().clone());
  }

  static int[] dims(Shape shape) {
    return shape.dimensions().stream().mapToInt(Integer::intValue).toArray();
  }

  boolean isConstant() {
    return value instanceof Constant;
  }

  /** The number of axes that the graph counts before {@code dims}: 1 for the batch axis. */
  int hidden() {
    return isConstant() ? 0 : node.batch().axes();
  }

  /** The number of axes in the graph, with the batch axis. */
  int rank() {
    return dims.length + hidden();
  }

  /**
   * @param axis an axis as the graph counts them, negative from the end
   * @return the axis among {@code dims}, or {@link #BATCH}
   */
  int axis(long axis) {
    return node.axis(axis, rank()) - hidden();
  }

  /** The same where the batch axis will not do. */
  int axisButBatch(long axis, String what) {
    int found = axis(axis);
    if (found == BATCH) {
      throw node.refuseBatch(what + " the batch axis");
    }
    return found;
  }

  /** The extents as they are shown to the user. */
  String shapeText() {
    return Constant.text(dims) + (hidden() > 0 ? " beside the batch axis" : "");
  }

  /**
   * The tensor of elements of this one.
   *
   * @param part what it is called where the node makes several, or empty
   * @param target its extents
   * @param sources for each of its elements, row-major, where that stands in this one
   */
  Value select(String part, int[] target, int[] sources) {
    if (value instanceof Constant constant) {
      double[] values = new double[sources.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = constant.values()[sources[i]];
      }
      return Constant.of(constant.name(), constant.type(), target, values);
    }
    Signal x = (Signal) value;
    if (sources.length == 0) {
      throw node.refuse("removes all elements of a tensor of shape " + shapeText());
    }
    boolean same = sources.length == x.shape().size();
    for (int i = 0; same && i < sources.length; i++) {
      same = sources[i] == i;
    }
    Shape shape = Shape.of(target);
    if (same && shape.equals(x.shape())) {
      return x;
    }
    Operation map = same ? new Reshape(shape) : SparseMap.select(shape, sources);
    return part.isEmpty() ? node.emit(map, x) : node.emitPart(part, map, x);
  }

  /** The tensor repeated to other extents, as numpy broadcasts it; they must fit. */
  Value repeated(String part, int[] target) {
    if (Arrays.equals(target, dims)) {
      return value;
    }
    requireSmall(node, target);
    int[] strides = Strides.repeating(dims, target);
    return select(part, target, Strides.positions(target, strides, 0));
  }

  /** Refuses extents that a few bytes of a file ask for but that no network has. */
  static void requireSmall(NodeCall node, int[] target) {
    double size = 1;
    for (int extent : target) {
      size *= extent;
    }
    if (size > MOST_ELEMENTS) {
      throw node.refuse(
          "makes a tensor of shape "
              + Constant.text(target)
              + ", too large; at most "
              + MOST_ELEMENTS
              + " elements are supported");
    }
  }

  /** For messages: the shapes of several tensors. */
  static String shapes(List<Operand> operands) {
    return String.join(" and ", operands.stream().map(o -> Constant.text(o.dims())).toList());
  }
}
