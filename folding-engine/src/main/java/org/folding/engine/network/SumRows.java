package org.folding.engine.network;

import org.folding.api.network.Sum;

/** A weighted sum of tensors: all rows have the same weights. */
final class SumRows implements LinearRows {
  private final Sum sum;

  SumRows(Sum sum) {
    this.sum = sum;
  }

  @Override
  public double row(int row, Sink sink) {
    for (int k = 0; k < sum.factors().size(); k++) {
      sink.entry(k, row, sum.factors().get(k));
    }
    return 0;
  }

  @Override
  public int sameWeights(int row) {
    return 0;
  }
}
