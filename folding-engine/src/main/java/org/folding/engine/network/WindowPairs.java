package org.folding.engine.network;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folding.api.network.Shape;
import org.folding.api.network.Window;

/**
 * Which elements of the spatial axes a window brings together: for each position of the window the
 * kernel's elements that lie on the tensor and not on its padding, with the tensor's elements under
 * them. Positions, elements of the kernel and of the tensor are numbered row-major.
 */
final class WindowPairs {
  private final int[] first;
  private final int[] element;
  private final int[] kernel;

  /**
   * @param window the window
   * @param extents the spatial extents of the tensor that it slides over
   * @param positions how many positions it has along each axis
   */
  WindowPairs(Window window, List<Integer> extents, List<Integer> positions) {
    int kernelSize = new Shape(window.kernel()).size();
    int count = new Shape(positions).size();
    this.first = new int[count + 1];
    int[] elements = new int[Math.multiplyExact(count, kernelSize)];
    int[] kernels = new int[elements.length];
    int size = 0;
    int[] position = new int[window.axes()];
    int[] offset = new int[window.axes()];
    for (int p = 0; p < count; p++) {
      unravel(p, positions, position);
      for (int k = 0; k < kernelSize; k++) {
        unravel(k, window.kernel(), offset);
        int at = under(window, extents, position, offset);
        if (at >= 0) {
          elements[size] = at;
          kernels[size++] = k;
        }
      }
      first[p + 1] = size;
    }
    this.element = Arrays.copyOf(elements, size);
    this.kernel = Arrays.copyOf(kernels, size);
  }

  private static void unravel(int number, List<Integer> extents, int[] index) {
    int rest = number;
    for (int axis = index.length - 1; axis >= 0; axis--) {
      index[axis] = rest % extents.get(axis);
      rest /= extents.get(axis);
    }
  }

  /** The element of the tensor under an element of the kernel, or −1 where that is padding. */
  private static int under(Window window, List<Integer> extents, int[] position, int[] offset) {
    int at = 0;
    for (int axis = 0; axis < position.length; axis++) {
      int index = window.index(axis, position[axis], offset[axis]);
      if (index < 0 || index >= extents.get(axis)) {
        return -1;
      }
      at = at * extents.get(axis) + index;
    }
    return at;
  }

  /**
   * For each position the first one at which the same elements of the kernel lie on the tensor: in
   * the middle all of them do.
   */
  int[] sameKernels() {
    int[] same = new int[positions()];
    Map<IntBuffer, Integer> firstWith = new HashMap<>();
    for (int p = 0; p < same.length; p++) {
      IntBuffer kernels = IntBuffer.wrap(kernel, first[p], first[p + 1] - first[p]);
      Integer earlier = firstWith.putIfAbsent(kernels, p);
      same[p] = earlier == null ? p : earlier;
    }
    return same;
  }

  int positions() {
    return first.length - 1;
  }

  /** The first pair of a position; for {@link #positions} the number of pairs. */
  int first(int position) {
    return first[position];
  }

  /** The tensor's element of a pair. */
  int element(int pair) {
    return element[pair];
  }

  /** The kernel's element of a pair. */
  int kernel(int pair) {
    return kernel[pair];
  }
}
