package org.folding.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folding.api.network.Affine;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.api.network.Tensor;
import org.folding.onnx.Value.Signal;

/**
 * ReduceSum, ReduceMean, ReduceMax and ReduceMin over axes other than the batch, named by an
 * attribute or, in later opsets, by an input. Maxima are no units.
 */
final class ReduceReader implements OperatorReader {
  private final Reduction reduction;

  ReduceReader(Reduction reduction) {
    this.reduction = reduction;
  }

  @Override
  public Value read(NodeCall node) {
    Operand x = Operand.of(node, 0);
    long[] axes =
        node.has(1)
            ? node.constant(1).toLongs()
            : node.attributes().integers("axes").orElse(new long[0]);
    boolean[] reduced = new boolean[x.dims().length];
    if (axes.length > 0) {
      for (long axis : axes) {
        reduced[x.axisButBatch(axis, "reduces over")] = true;
      }
    } else if (node.attributes().integer("noop_with_empty_axes", 0) != 0) {
      return x.value();
    } else if (x.hidden() > 0) {
      throw node.refuseBatch("names no axes and so reduces over the batch axis too");
    } else {
      Arrays.fill(reduced, true);
    }
    int[][] groups = groups(x.dims(), reduced);
    if (groups.length == 0 || groups[0].length == 0) {
      throw node.refuse("reduces a tensor of shape " + x.shapeText() + ", which holds nothing");
    }
    int[] dims = kept(x.dims(), reduced, node.attributes().integer("keepdims", 1) != 0);
    return x.value() instanceof Constant c
        ? folded(c, dims, groups)
        : reduced(node, (Signal) x.value(), Shape.of(dims), groups);
  }

  private static int[] kept(int[] dims, boolean[] reduced, boolean keep) {
    List<Integer> kept = new ArrayList<>();
    for (int axis = 0; axis < dims.length; axis++) {
      if (!reduced[axis]) {
        kept.add(dims[axis]);
      } else if (keep) {
        kept.add(1);
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  /** For each element of the result where the elements stand that it is made of. */
  private static int[][] groups(int[] dims, boolean[] reduced) {
    int[] outer = dims.clone();
    int[] inner = dims.clone();
    for (int axis = 0; axis < dims.length; axis++) {
      (reduced[axis] ? outer : inner)[axis] = 1;
    }
    int[] strides = Strides.of(dims);
    int[] firsts = Strides.positions(outer, strides, 0);
    int[][] groups = new int[firsts.length][];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = Strides.positions(inner, strides, firsts[i]);
    }
    return groups;
  }

  private Constant folded(Constant c, int[] dims, int[][] groups) {
    double[] values = new double[groups.length];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          reduction.of(Arrays.stream(groups[i]).mapToDouble(at -> c.values()[at]).toArray());
    }
    return Constant.of(c.name(), c.type(), dims, values);
  }

  private Signal reduced(NodeCall node, Signal x, Shape shape, int[][] groups) {
    return switch (reduction) {
      case SUM -> node.emit(weighted(shape, groups, 1), x);
      case MEAN -> node.emit(weighted(shape, groups, 1.0 / groups[0].length), x);
      case MAX -> node.emit(new MaxOfGroups(shape, groups), x);
      case MIN ->
          ExtremumReader.of(
              node,
              Extremum.MIN,
              new MaxOfGroups(shape, groups),
              node.emitPart("operands", new Affine(Tensor.scalar(-1), Tensor.scalar(0)), x));
    };
  }

  static SparseMap weighted(Shape shape, int[][] groups, double weight) {
    SparseMap.Builder map = SparseMap.builder(shape);
    for (int[] group : groups) {
      for (int element : group) {
        map.entry(element, weight);
      }
      map.endRow(0);
    }
    return map.build();
  }
}
