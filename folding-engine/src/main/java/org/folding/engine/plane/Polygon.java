package org.folding.engine.plane;

import java.util.Objects;

/**
 * A convex polygon in plane coordinates. Corners run counter-clockwise; edge i leads from corner i
 * to the next one, the last edge back to corner 0.
 */
public final class Polygon {
  /** An edge on the frame. */
  public static final int FRAME = -1;

  /** An edge where a unit bends that is not counted, such as a maximum that changes its winner. */
  public static final int KINK = -2;

  /** An edge between two predicted classes. */
  public static final int CLASSES = -3;

  private final double[] u;
  private final double[] v;
  private final int[] border;

  Polygon(double[] u, double[] v, int[] border) {
    this.u = Objects.requireNonNull(u, "u is null");
    this.v = Objects.requireNonNull(v, "v is null");
    this.border = Objects.requireNonNull(border, "border is null");
  }

  /**
   * @return the number of corners, at least 3
   */
  public int corners() {
    return u.length;
  }

  /**
   * @param corner from 0
   * @return its first coordinate
   */
  public double u(int corner) {
    return u[corner];
  }

  /**
   * @param corner from 0
   * @return its second coordinate
   */
  public double v(int corner) {
    return v[corner];
  }

  /**
   * @param edge from 0
   * @return the counted bit that flips there, or {@link #FRAME}, {@link #KINK}, {@link #CLASSES}
   */
  public int border(int edge) {
    return border[edge];
  }

  /**
   * @return the area, in squares of the distance between inputs
   */
  public double area() {
    double twice = 0;
    for (int i = 1; i + 1 < u.length; i++) {
      twice += cross(i);
    }
    return twice / 2;
  }

  /**
   * @return the centre of mass, which lies inside
   */
  public PlanePoint centroid() {
    double total = 0;
    double sumU = 0;
    double sumV = 0;
    double meanU = 0;
    double meanV = 0;
    for (int i = 0; i < u.length; i++) {
      meanU += u[i] / u.length;
      meanV += v[i] / u.length;
    }
    for (int i = 1; i + 1 < u.length; i++) {
      double part = cross(i);
      total += part;
      sumU += part * ((u[i] - u[0]) + (u[i + 1] - u[0])) / 3;
      sumV += part * ((v[i] - v[0]) + (v[i + 1] - v[0])) / 3;
    }
    return total > 0
        ? new PlanePoint(u[0] + sumU / total, v[0] + sumV / total)
        : new PlanePoint(meanU, meanV);
  }

  /** Twice the area of the triangle of corner 0, corner i and the one after it. */
  private double cross(int i) {
    return (u[i] - u[0]) * (v[i + 1] - v[0]) - (u[i + 1] - u[0]) * (v[i] - v[0]);
  }
}
