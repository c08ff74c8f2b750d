package org.folding.pictures;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.folding.engine.plane.Frame;
import org.folding.engine.plane.PlanePoint;
import org.folding.engine.plane.Polygon;

/**
 * Where a plane's coordinates are on the page.
 *
 * @param box the rectangle of the page that shows the frame
 */
record Layout(Frame frame, Rectangle2D box) {

  double x(double u) {
    return box.getX() + (u - frame.minU()) / frame.width() * box.getWidth();
  }

  double y(double v) {
    return box.getMaxY() - (v - frame.minV()) / frame.height() * box.getHeight();
  }

  double x(PlanePoint point) {
    return x(point.u());
  }

  double y(PlanePoint point) {
    return y(point.v());
  }

  void add(Polygon polygon, Path2D area) {
    area.moveTo(x(polygon.u(0)), y(polygon.v(0)));
    for (int i = 1; i < polygon.corners(); i++) {
      area.lineTo(x(polygon.u(i)), y(polygon.v(i)));
    }
    area.closePath();
  }

  /** Adds an edge of a polygon. */
  void add(Polygon polygon, int edge, Path2D lines) {
    int next = (edge + 1) % polygon.corners();
    lines.moveTo(x(polygon.u(edge)), y(polygon.v(edge)));
    lines.lineTo(x(polygon.u(next)), y(polygon.v(next)));
  }
}
