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
    return gather(values, target, strides);
  }

  /**
   * @param values the values to pick from
   * @param target the extents of the result
   * @param strides how far to move in the values for a step along each axis of the result
   * @return the values picked, row-major
   */
  static double[] gather(double[] values, int[] target, int[] strides) {
    double[] result = new double[size(target)];
    int[] index = new int[target.length];
    int from = 0;
    for (int i = 0; i < result.length; i++) {
      result[i] = values[from];
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
