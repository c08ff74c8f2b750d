package org.folding.core.sink;

import org.folding.api.data.Dataset;

/** Rows that have labels and nothing else. */
record Labels(int... labels) implements Dataset {
  @Override
  public String toString() {
    return "targets.csv";
  }

  @Override
  public int rows() {
    return labels.length;
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public void copyRow(int row, double[] target, int offset) {
    target[offset] = row;
  }

  @Override
  public boolean labelled() {
    return true;
  }

  @Override
  public int label(int row) {
    return labels[row];
  }
}
