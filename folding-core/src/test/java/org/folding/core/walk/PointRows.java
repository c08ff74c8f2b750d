package org.folding.core.walk;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.folding.api.data.Dataset;
import org.folding.api.path.Waypoint;
import org.folding.core.testing.Networks;

/** Points as the rows of a data set. */
record PointRows(List<double[]> points) implements Dataset {

  static PointRows ofIntegers(Random random, int rows, int inputs) {
    double[][] points = new double[rows][];
    Arrays.setAll(points, row -> Networks.integerPoint(random, inputs));
    return new PointRows(List.of(points));
  }

  double[] row(int row) {
    return points.get(row);
  }

  /** Where a waypoint is. */
  double[] corner(Waypoint waypoint) {
    return waypoint.isRow() ? row(waypoint.row()) : waypoint.coordinates();
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
    System.arraycopy(row(row), 0, target, offset, width());
  }

  @Override
  public boolean labelled() {
    return false;
  }

  @Override
  public int label(int row) {
    throw new UnsupportedOperationException("no labels");
  }
}
