package org.folding.onnx;

import java.util.Arrays;

/** Row-major positions, and numpy's broadcasting of one tensor to the shape of another. */
final class Strides {
  private Strides() {}

  /**
   * @param dims extents
   * @param position a row-major position
   * @return the index along each axis
   */
  static int[] index(int[] dims, int position) {
    int[] index = new int[dims.length];
    int rest = position;
    for (int axis = dims.length - 1; axis >= 0; axis--) {
      index[axis] = rest % dims[axis];
      rest /= dims[axis];
    }
    return index;
  }

  /**
   * @param dims extents
   * @return how far apart neighbours along each axis stand
   */
  static int[] of(int[] dims) {
    int[] strides = new int[dims.length];
    int stride = 1;
    for (int axis = dims.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= dims[axis];
    }
    return strides;
  }

  static int size(int... dims) {
    int size = 1;
    for (int extent : dims) {
      size = Math.multiplyExact(size, extent);
    }
    return size;
  }

  /**
   * Repeats values along the axes where they have extent 1 or that they lack, as numpy does.
   *
   * @param values the values, row-major
   * @param dims their extents
   * @param target the extents wanted
   * @return values of the extents wanted, or null where these cannot be had
   */
  static double[] broadcast(double[] values, int[] dims, int[] target) {
    int[] strides = repeating(dims, target);
    return strides == null ? null : gather(values, target, strides);
  }

  /**
   * How far to move in a tensor for a step along each axis of a shape that it is repeated to.
   *
   * @param dims the tensor's extents
   * @param target the extents wanted
   * @return the strides, 0 along axes of repetition, or null where the extents cannot be had
   */
  static int[] repeating(int[] dims, int[] target) {
    int lacking = target.length - dims.length;
    if (lacking < 0) {
      return null;
    }
    int[] own = of(dims);
    int[] strides = new int[target.length];
    for (int axis = lacking; axis < target.length; axis++) {
      int extent = dims[axis - lacking];
      if (extent != target[axis] && extent != 1) {
        return null;
      }
      strides[axis] = extent == 1 ? 0 : own[axis - lacking];
    }
    return strides;
  }

  /**
   * @param values the values to pick from
   * @param target the extents of the result
   * @param strides how far to move in the values for a step along each axis of the result
   * @return the values picked, row-major
   */
  static double[] gather(double[] values, int[] target, int[] strides) {
    int[] positions = positions(target, strides, 0);
    double[] result = new double[positions.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[positions[i]];
    }
    return result;
  }

  /**
   * @param target the extents of the result
   * @param strides how far to move for a step along each axis of the result
   * @param first where its first element stands
   * @return where each element of the result stands, row-major
   */
  static int[] positions(int[] target, int[] strides, int first) {
    int[] result = new int[size(target)];
    int[] index = new int[target.length];
    int from = first;
    for (int i = 0; i < result.length; i++) {
      result[i] = from;
      for (int axis = target.length - 1; axis >= 0; axis--) {
        from += strides[axis];
        if (++index[axis] < target[axis]) {
          break;
        }
        from -= strides[axis] * target[axis];
        index[axis] = 0;
      }
    }
    return result;
  }

  /**
   * Where the elements stand that are picked along each axis.
   *
   * @param dims the extents of what they are picked from
   * @param picks for each axis the indices picked along it
   * @return the positions of every combination, row-major
   */
  static int[] picked(int[] dims, int[][] picks) {
    int[] result = {0};
    for (int axis = 0; axis < dims.length; axis++) {
      int[] outer = result;
      result = new int[Math.multiplyExact(outer.length, picks[axis].length)];
      for (int i = 0; i < result.length; i++) {
        int pick = picks[axis][i % picks[axis].length];
        result[i] = outer[i / picks[axis].length] * dims[axis] + pick;
      }
    }
    return result;
  }

  /**
   * @return the extents that two shapes broadcast to together, or null where they do not fit
   */
  static int[] common(int[] left, int[] right) {
    int[] longer = left.length >= right.length ? left : right;
    int[] shorter = left.length >= right.length ? right : left;
    int[] result = Arrays.copyOf(longer, longer.length);
    int lacking = longer.length - shorter.length;
    for (int axis = 0; axis < shorter.length; axis++) {
      int extent = shorter[axis];
      if (result[axis + lacking] == 1) {
        result[axis + lacking] = extent;
      } else if (extent != 1 && extent != result[axis + lacking]) {
        return null;
      }
    }
    return result;
  }
}
