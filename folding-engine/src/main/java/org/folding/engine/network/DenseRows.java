package org.folding.engine.network;

import org.folding.api.network.Dense;

/** A fully connected layer: each row reads all elements. */
final class DenseRows implements LinearRows {
  private final Dense dense;

  DenseRows(Dense dense) {
    this.dense = dense;
  }

  @Override
  public double row(int row, Sink sink) {
    int inputs = dense.inputs();
    for (int j = 0; j < inputs; j++) {
      sink.entry(0, j, dense.weights().get(row * inputs + j));
    }
    return dense.bias().get(row);
  }

  @Override
  public int sameElements(int row) {
    return 0;
  }
}
