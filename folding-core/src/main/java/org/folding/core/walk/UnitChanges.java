package org.folding.core.walk;

/** Numbers of some units, summed up; all others are zero. */
final class UnitChanges {
  private final double[] sum;
  private final boolean[] isTouched;
  private final int[] touched;
  private int size;

  UnitChanges(int widest) {
    this.sum = new double[LineKernels.padded(widest)];
    this.isTouched = new boolean[widest];
    this.touched = new int[widest];
  }

  void add(int unit, double change) {
    if (!isTouched[unit]) {
      isTouched[unit] = true;
      touched[size++] = unit;
    }
    sum[unit] += change;
  }

  /** Lets all of the first units count as changed, so that {@link #sums} may be written. */
  void touchAll(int units) {
    for (int o = 0; o < units; o++) {
      if (!isTouched[o]) {
        isTouched[o] = true;
        touched[size++] = o;
      }
    }
  }

  double[] sums() {
    return sum;
  }

  /** Hands over what was summed up and starts anew. */
  void moveTo(Kinks kinks) {
    for (int k = 0; k < size; k++) {
      int unit = touched[k];
      kinks.add(unit, sum[unit]);
      sum[unit] = 0;
      isTouched[unit] = false;
    }
    size = 0;
  }
}
