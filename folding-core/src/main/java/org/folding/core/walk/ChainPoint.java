package org.folding.core.walk;

/** The pre-activations of all stages of a chain at one point. */
final class ChainPoint {
  /** Stage by stage, each in the order of its units. */
  final double[] values;

  /** The largest magnitude that was summed in the first stage. */
  double scale;

  ChainPoint(Chain chain) {
    this.values = new double[chain.units()];
  }

  /**
   * Evaluates the chain at x.
   *
   * @param x the point
   * @param scratch at least as long as the widest stage
   * @param index at least as long as the widest stage and the input
   */
  void evaluate(Chain chain, double[] x, double[] scratch, int[] index) {
    double[] input = x;
    for (int l = 0; l < chain.stages.size(); l++) {
      Stage stage = chain.stages.get(l);
      int first = chain.firstUnit[l];
      System.arraycopy(stage.bias, 0, values, first, stage.units);
      Kernels.addColumns(stage.columns, stage.units, input, stage.inputs, values, first, index);
      if (l == 0) {
        scale = firstScale(stage, x);
      }
      for (int o = 0; o < stage.units; o++) {
        double z = values[first + o];
        scratch[o] = z > 0 ? z : stage.slope[o] * z;
      }
      input = scratch;
    }
  }

  private static double firstScale(Stage stage, double[] x) {
    double sum = stage.absoluteBias;
    for (int j = 0; j < stage.inputs; j++) {
      sum += Math.abs(x[j]) * stage.absoluteColumn[j];
    }
    return sum;
  }
}
