package org.folding.engine.plane;

import java.util.List;

/**
 * The rectangle of a plane that is looked at.
 *
 * @param minU where it starts along the first axis
 * @param maxU where it ends there
 * @param minV where it starts along the second axis
 * @param maxV where it ends there
 */
public record Frame(double minU, double maxU, double minV, double maxV) {
  /** A frame around points is at least so many times as wide as high, and the other way round. */
  private static final double FLATTEST = 0.25;

  /** Checks that the frame has an inside. */
  public Frame {
    for (double bound : new double[] {minU, maxU, minV, maxV}) {
      if (!Double.isFinite(bound)) {
        throw new IllegalArgumentException("a bound is " + bound);
      }
    }
    if (!(minU < maxU) || !(minV < maxV)) {
      throw new IllegalArgumentException(
          "the frame from "
              + minU
              + " to "
              + maxU
              + " and from "
              + minV
              + " to "
              + maxV
              + " has no inside");
    }
  }

  /**
   * The frame around some points.
   *
   * @param points at least two different ones
   * @param margin how far it goes beyond them on each side, as a part of its larger side
   * @return the frame
   */
  public static Frame around(List<PlanePoint> points, double margin) {
    double minU = points.stream().mapToDouble(PlanePoint::u).min().orElseThrow();
    double maxU = points.stream().mapToDouble(PlanePoint::u).max().orElseThrow();
    double minV = points.stream().mapToDouble(PlanePoint::v).min().orElseThrow();
    double maxV = points.stream().mapToDouble(PlanePoint::v).max().orElseThrow();
    double larger = Math.max(maxU - minU, maxV - minV);
    double halfWidth = Math.max(maxU - minU, FLATTEST * larger) / 2 + margin * larger;
    double halfHeight = Math.max(maxV - minV, FLATTEST * larger) / 2 + margin * larger;
    double u = (minU + maxU) / 2;
    double v = (minV + maxV) / 2;
    return new Frame(u - halfWidth, u + halfWidth, v - halfHeight, v + halfHeight);
  }

  /**
   * @return its side along the first axis
   */
  public double width() {
    return maxU - minU;
  }

  /**
   * @return its side along the second axis
   */
  public double height() {
    return maxV - minV;
  }

  /**
   * @return half of its larger side
   */
  double radius() {
    return Math.max(width(), height()) / 2;
  }

  /**
   * @return its middle
   */
  PlanePoint middle() {
    return new PlanePoint((minU + maxU) / 2, (minV + maxV) / 2);
  }

  /**
   * @param point a point of the plane
   * @return whether it lies in the frame
   */
  public boolean contains(PlanePoint point) {
    return point.u() >= minU && point.u() <= maxU && point.v() >= minV && point.v() <= maxV;
  }
}
