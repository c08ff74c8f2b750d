package org.folding.engine.network;

import org.folding.api.network.Dense;

/** A fully connected layer; sums run in the order of the weights. */
final class DenseFunction implements NodeFunction {
  private final double[] weights;
  private final double[] bias;

  DenseFunction(Dense dense) {
    this.weights = dense.weights().toArray();
    this.bias = dense.bias().toArray();
  }

  @Override
  public void apply(double[][] operands, double[] y) {
    double[] x = operands[0];
    for (int o = 0; o < y.length; o++) {
      double sum = bias[o];
      int row = o * x.length;
      for (int j = 0; j < x.length; j++) {
        sum += weights[row + j] * x[j];
      }
      y[o] = sum;
    }
  }
}
