package org.folding.core.walk;

/** A matrix column by column, without its zeros. */
final class SparseColumns {
  private final int[] first;
  private final int[] unit;
  private final double[] weight;

  SparseColumns(AffineMap map) {
    int entries = map.entries();
    this.first = new int[map.inputs() + 2];
    this.unit = new int[entries];
    this.weight = new double[entries];
    for (int e = 0; e < entries; e++) {
      first[map.input(e) + 2]++;
    }
    for (int j = 0; j < map.inputs(); j++) {
      first[j + 2] += first[j + 1];
    }
    for (int o = 0; o < map.outputs(); o++) {
      for (int e = map.first(o); e < map.first(o + 1); e++) {
        int at = first[map.input(e) + 1]++;
        unit[at] = o;
        weight[at] = map.weight(e);
      }
    }
  }

  /** y += x · column j. */
  void add(int j, double x, double[] y) {
    int end = first[j + 1];
    for (int e = first[j]; e < end; e++) {
      y[unit[e]] += x * weight[e];
    }
  }

  /** As {@link #add(int, double, double[])}; notes the units that are changed. */
  void add(int j, double x, UnitChanges y) {
    int end = first[j + 1];
    for (int e = first[j]; e < end; e++) {
      y.add(unit[e], x * weight[e]);
    }
  }
}
