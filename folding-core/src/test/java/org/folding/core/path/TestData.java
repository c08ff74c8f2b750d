package org.folding.core.path;

import org.folding.api.data.Dataset;

/** Data of which only size and labels matter. */
record TestData(int rows, int width, int... labels) implements Dataset {

  @Override
  public void copyRow(int row, double[] target, int offset) {
    throw new UnsupportedOperationException("a generator does not look at rows");
  }

  @Override
  public boolean labelled() {
    return labels.length > 0;
  }

  @Override
  public int label(int row) {
    if (!labelled()) {
      throw new IllegalStateException("no labels");
    }
    return labels[row];
  }
}
