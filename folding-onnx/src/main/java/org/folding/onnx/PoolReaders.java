package org.folding.onnx;

import java.util.Arrays;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.api.network.Window;
import org.folding.onnx.Value.Signal;

/** MaxPool and AveragePool. */
final class PoolReaders {
  /** How many elements the windows may hold in all, those of several counted as often. */
  private static final long MOST_READ = 1L << 25;

  private PoolReaders() {}

  static Value max(NodeCall node) {
    Pool pool = Pool.of(node);
    int[][] groups = new int[pool.result.size()][];
    for (int i = 0; i < groups.length; i++) {
      // Padding never wins.
      groups[i] = pool.elements(i);
    }
    return node.emit(new MaxOfGroups(pool.result, groups), pool.operand);
  }

  static Value average(NodeCall node) {
    Pool pool = Pool.of(node);
    boolean countPadding = node.attributes().integer("count_include_pad", 0) != 0;
    SparseMap.Builder map = SparseMap.builder(pool.result);
    for (int i = 0; i < pool.result.size(); i++) {
      int[] elements = pool.elements(i);
      int count = countPadding ? pool.padded(i) : elements.length;
      for (int element : elements) {
        map.entry(element, 1.0 / count);
      }
      map.endRow(0);
    }
    return node.emit(map.build(), pool.operand);
  }

  /** Which elements of the operand each element of the result is taken of. */
  private record Pool(Signal operand, Window window, Shape result) {

    static Pool of(NodeCall node) {
      Signal x = node.signal(0);
      Sliding.requireChannels(node, x);
      if (node.attributes().integer("storage_order", 0) != 0) {
        throw node.refuse("has storage_order 1, which is not supported");
      }
      int[] kernel =
          Arrays.stream(
                  node.attributes()
                      .integers("kernel_shape")
                      .orElseThrow(() -> node.refuse("is missing the attribute 'kernel_shape'")))
              .mapToInt(Math::toIntExact)
              .toArray();
      Window window = Sliding.window(node, x.shape(), kernel);
      boolean ceil = node.attributes().integer("ceil_mode", 0) != 0;
      int[] dims = new int[x.shape().rank()];
      dims[0] = x.shape().extent(0);
      double read = dims[0];
      for (int axis = 0; axis < kernel.length; axis++) {
        dims[axis + 1] = positions(window, axis, x.shape().extent(axis + 1), ceil);
        read *= (double) dims[axis + 1] * kernel[axis];
      }
      Operand.requireSmall(node, dims);
      if (read > MOST_READ) {
        throw node.refuse(
            "reads windows of shape "
                + Constant.text(kernel)
                + " for a result of shape "
                + Constant.text(dims)
                + ", too many; at most "
                + MOST_READ
                + " elements in all are supported");
      }
      return new Pool(x, window, Shape.of(dims));
    }

    /** With {@code ceil_mode} also a last position that ends beyond the padding, if one is left. */
    private static int positions(Window window, int axis, int extent, boolean ceil) {
      int positions = window.positions(axis, extent);
      int before = window.padBefore().get(axis);
      int next = positions * window.strides().get(axis);
      boolean beyond =
          next + window.span(axis)
              < (long) extent + before + window.padAfter().get(axis) + window.strides().get(axis);
      // No window may begin in the padding after the last element.
      return ceil && beyond && next < extent + before ? positions + 1 : positions;
    }

    /** The elements under the window, without padding, for an element of the result. */
    int[] elements(int index) {
      int[] position = new int[window.axes()];
      int rest = index;
      for (int axis = position.length - 1; axis >= 0; axis--) {
        position[axis] = rest % result.extent(axis + 1);
        rest /= result.extent(axis + 1);
      }
      // What is left of the index is the channel.
      int[] found = {rest};
      for (int axis = 0; axis < position.length; axis++) {
        found = extended(found, axis, position[axis]);
      }
      return found;
    }

    /** How many elements lie under the window with the padding, but not beyond that. */
    int padded(int index) {
      int count = 1;
      int rest = index;
      for (int axis = window.axes() - 1; axis >= 0; axis--) {
        int end = operand.shape().extent(axis + 1) + window.padAfter().get(axis);
        int inside = 0;
        for (int k = 0; k < window.kernel().get(axis); k++) {
          inside += window.index(axis, rest % result.extent(axis + 1), k) < end ? 1 : 0;
        }
        count *= inside;
        rest /= result.extent(axis + 1);
      }
      return count;
    }

    private int[] extended(int[] outer, int axis, int position) {
      int extent = operand.shape().extent(axis + 1);
      int[] found = new int[outer.length * window.kernel().get(axis)];
      int size = 0;
      for (int first : outer) {
        for (int k = 0; k < window.kernel().get(axis); k++) {
          int at = window.index(axis, position, k);
          if (at >= 0 && at < extent) {
            found[size++] = first * extent + at;
          }
        }
      }
      return Arrays.copyOf(found, size);
    }
  }
}
