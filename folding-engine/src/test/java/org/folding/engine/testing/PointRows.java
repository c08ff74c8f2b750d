package org.folding.engine.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.folding.api.data.Dataset;
import org.folding.api.path.Waypoint;

/** Points as the rows of a data set. */
public record PointRows(List<double[]> points) implements Dataset {

  public static PointRows ofIntegers(Random random, int rows, int inputs) {
    double[][] points = new double[rows][];
    Arrays.setAll(points, row -> Networks.integerPoint(random, inputs));
    return new PointRows(List.of(points));
  }

  public double[] row(int row) {
    return points.get(row);
  }

  /** Where a waypoint is. */
  public double[] corner(Waypoint waypoint) {
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
