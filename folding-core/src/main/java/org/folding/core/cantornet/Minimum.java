package org.folding.core.cantornet;

/** How min(a, b) is written with ReLU units: s · ReLU(M · (a, b)). */
final class Minimum {
  /** b − max(b − a, 0), of which b = ReLU(b) − ReLU(−b). */
  static final Minimum OF_THREE_UNITS =
      new Minimum(new double[][] {{0, 1}, {0, -1}, {-1, 1}}, new double[] {1, -1, -1});

  /** ½ (a + b − |a − b|), each term written with two units. */
  static final Minimum OF_FOUR_UNITS =
      new Minimum(
          new double[][] {{1, 1}, {-1, -1}, {-1, 1}, {1, -1}},
          new double[] {0.5, -0.5, -0.5, -0.5});

  private final double[][] inner;
  private final double[] outer;

  private Minimum(double[][] inner, double[] outer) {
    this.inner = inner;
    this.outer = outer;
  }

  /** The number of units of one minimum. */
  int units() {
    return outer.length;
  }

  /** The weight M of a unit for a (operand 0) or b (operand 1). */
  double inner(int unit, int operand) {
    return inner[unit][operand];
  }

  /** The weight s of a unit in the minimum. */
  double outer(int unit) {
    return outer[unit];
  }
}
