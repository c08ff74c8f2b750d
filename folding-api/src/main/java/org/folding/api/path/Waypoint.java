package org.folding.api.path;

/**
 * A corner or an end of a path: a row of the data, or a point given by its coordinates. Points are
 * immutable; {@link #coordinates} are copied on the way in and out.
 */
public final class Waypoint {
  private static final double[] NONE = {};

  private final int row;
  private final double[] coordinates;

  private Waypoint(int row, double[] coordinates) {
    this.row = row;
    this.coordinates = coordinates;
  }

  /**
   * @param row a row of the data, from 0
   * @return the waypoint
   */
  public static Waypoint row(int row) {
    if (row < 0) {
      throw new IllegalArgumentException("row is " + row);
    }
    return new Waypoint(row, NONE);
  }

  /**
   * @param coordinates finite coordinates; copied
   * @return the waypoint
   */
  public static Waypoint point(double... coordinates) {
    for (int i = 0; i < coordinates.length; i++) {
      if (!Double.isFinite(coordinates[i])) {
        throw new IllegalArgumentException("coordinate " + i + " is " + coordinates[i]);
      }
    }
    return new Waypoint(-1, coordinates.clone());
  }

  /**
   * @return whether this is a row of the data
   */
  public boolean isRow() {
    return row >= 0;
  }

  /**
   * @return the row of the data, or −1 for a point given by its coordinates
   */
  public int row() {
    return row;
  }

  /**
   * @return the number of coordinates; 0 for a row of the data
   */
  public int width() {
    return coordinates.length;
  }

  /**
   * @return the coordinates in a new array; empty for a row of the data
   */
  public double[] coordinates() {
    return coordinates.clone();
  }
}
