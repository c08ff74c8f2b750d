package com.example.nearest;

import java.util.Arrays;
import java.util.List;
import org.folding.api.data.Dataset;

/**
 * Points given by hand.
 *
 * @param points one row each
 * @param labels a class for each row, or none at all
 */
record Points(List<double[]> points, List<Integer> labels) implements Dataset {
  /** Points of a line. */
  static Points onALine(List<Integer> labels, double... values) {
    return new Points(
        Arrays.stream(values).mapToObj(value -> new double[] {value}).toList(), labels);
  }

  @Override
  public int rows() {
    return points.size();
  }

  @Override
  public int width() {
    return points.get(0).length;
  }

  @Override
  public void copyRow(int row, double[] target, int offset) {
    System.arraycopy(points.get(row), 0, target, offset, width());
  }

  @Override
  public boolean labelled() {
    return !labels.isEmpty();
  }

  @Override
  public int label(int row) {
    return labels.get(row);
  }

  @Override
  public String toString() {
    return "points";
  }
}
