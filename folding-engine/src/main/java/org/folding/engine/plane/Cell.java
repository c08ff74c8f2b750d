package org.folding.engine.plane;

/**
 * A convex polygon that is being cut, in coordinates in which the frame's larger side runs from −1
 * to 1. Corners run counter-clockwise; edge i leads from corner i to the next.
 */
final class Cell {
  final double[] x;
  final double[] y;

  /** How far each corner may be off. */
  final double[] blur;

  /** The largest of these. */
  final double largestBlur;

  /** What is at each edge: see {@link Polygon#border}. */
  final int[] border;

  /** How far the line that each edge lies on may be off. */
  final double[] lineBlur;

  Cell(double[] x, double[] y, double[] blur, int[] border, double[] lineBlur) {
    this.x = x;
    this.y = y;
    this.blur = blur;
    this.border = border;
    this.lineBlur = lineBlur;
    double largest = 0;
    for (double b : blur) {
      largest = Math.max(largest, b);
    }
    this.largestBlur = largest;
  }

  static Cell rectangle(double halfWidth, double halfHeight) {
    int f = Polygon.FRAME;
    return new Cell(
        new double[] {-halfWidth, halfWidth, halfWidth, -halfWidth},
        new double[] {-halfHeight, -halfHeight, halfHeight, halfHeight},
        new double[4],
        new int[] {f, f, f, f},
        new double[4]);
  }

  int corners() {
    return x.length;
  }

  /** The polygon in the plane's coordinates. */
  Polygon toPolygon(PlanePoint middle, double radius) {
    double[] u = new double[x.length];
    double[] v = new double[x.length];
    for (int i = 0; i < u.length; i++) {
      u[i] = middle.u() + radius * x[i];
      v[i] = middle.v() + radius * y[i];
    }
    return new Polygon(u, v, border);
  }
}
