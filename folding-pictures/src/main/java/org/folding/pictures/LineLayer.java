package org.folding.pictures;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.folding.engine.plane.PlanePoint;
import org.folding.pictures.PlaneScene.MarkedFlip;
import org.folding.pictures.PlaneScene.MarkedLine;
import org.folding.pictures.PlaneScene.MarkedPoint;

/** Lines with their flips, and points with their names. */
final class LineLayer {
  static final Ink AWAY = Ink.WHITE;

  /** The vermilion of Okabe and Ito. */
  static final Ink BACK = new Ink(0xd55e00);

  /** At so many points it is looked where a line runs. */
  private static final int SAMPLES = 200;

  private static final double LINE = 1.1;
  private static final double RIM = 2.6;
  private static final double POINT = 2.4;
  private static final double LARGEST_FLIP = 1.9;
  private static final double SMALLEST_FLIP = 0.7;

  private final PlaneScene scene;
  private final Layout layout;
  private final double typeSize;
  private final List<Double> nameWidths;

  /**
   * @param nameWidths how wide the names of the points are
   */
  LineLayer(PlaneScene scene, Layout layout, double typeSize, List<Double> nameWidths) {
    this.scene = scene;
    this.nameWidths = nameWidths;
    this.layout = layout;
    this.typeSize = typeSize;
  }

  void paint(Canvas canvas) {
    for (MarkedLine line : scene.lines()) {
      Path2D path = path(line.corners());
      canvas.stroke(path, Ink.WHITE, RIM);
      canvas.stroke(path, Ink.BLACK, LINE);
    }
    for (MarkedLine line : scene.lines()) {
      double radius = flipRadius(line);
      for (MarkedFlip flip : line.flips()) {
        paintFlip(canvas, layout.x(flip.at()), layout.y(flip.at()), radius, flip.back());
      }
    }
    for (MarkedPoint point : scene.points()) {
      double x = layout.x(point.at());
      double y = layout.y(point.at());
      canvas.fill(dot(x, y, POINT + 0.8), Ink.WHITE);
      canvas.fill(dot(x, y, POINT), Ink.BLACK);
    }
    for (int i = 0; i < scene.points().size(); i++) {
      if (!scene.points().get(i).name().isEmpty()) {
        paintName(canvas, scene.points().get(i), nameWidths.get(i));
      }
    }
  }

  private Path2D path(List<PlanePoint> corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(layout.x(corners.get(0)), layout.y(corners.get(0)));
    for (PlanePoint corner : corners.subList(1, corners.size())) {
      path.lineTo(layout.x(corner), layout.y(corner));
    }
    return path;
  }

  /** As large as the mean distance of flips allows. */
  private double flipRadius(MarkedLine line) {
    double length = 0;
    for (int i = 1; i < line.corners().size(); i++) {
      PlanePoint from = line.corners().get(i - 1);
      PlanePoint to = line.corners().get(i);
      length += Math.hypot(layout.x(to) - layout.x(from), layout.y(to) - layout.y(from));
    }
    double each = length / Math.max(1, line.flips().size());
    return Math.min(LARGEST_FLIP, Math.max(SMALLEST_FLIP, 0.4 * each));
  }

  static void paintFlip(Canvas canvas, double x, double y, double radius, boolean back) {
    Path2D dot = dot(x, y, radius);
    canvas.fill(dot, back ? BACK : AWAY);
    canvas.stroke(dot, Ink.BLACK, 0.35 * Math.min(1, radius));
  }

  /** Puts a name where it covers the least of the lines and stays on the plot. */
  private void paintName(Canvas canvas, MarkedPoint point, double width) {
    double x = layout.x(point.at());
    double y = layout.y(point.at());
    Rectangle2D best = null;
    boolean bestRight = true;
    double least = Double.POSITIVE_INFINITY;
    for (int place = 0; place < 4; place++) {
      boolean right = place % 2 == 0;
      double left = right ? x + POINT + 2.5 : x - POINT - 2.5 - width;
      double top = place < 2 ? y - POINT - 1.5 - typeSize : y + POINT + 1.5;
      Rectangle2D box = new Rectangle2D.Double(left, top, width, typeSize);
      double covered = layout.box().contains(box) ? covered(box) : 1e6;
      if (covered < least) {
        least = covered;
        best = box;
        bestRight = right;
      }
    }
    if (best != null) {
      canvas.text(
          new Label(
              point.name(),
              bestRight ? best.getMinX() : best.getMaxX(),
              best.getMinY() + 0.8 * typeSize,
              typeSize,
              bestRight ? Label.Anchor.START : Label.Anchor.END,
              false,
              true));
    }
  }

  /** How many of the points along the lines a box would cover. */
  private int covered(Rectangle2D box) {
    int covered = 0;
    for (MarkedLine line : scene.lines()) {
      for (int i = 0; i + 1 < line.corners().size(); i++) {
        PlanePoint from = line.corners().get(i);
        PlanePoint to = line.corners().get(i + 1);
        for (int k = 0; k <= SAMPLES; k++) {
          double part = (double) k / SAMPLES;
          double x = layout.x(from) + part * (layout.x(to) - layout.x(from));
          double y = layout.y(from) + part * (layout.y(to) - layout.y(from));
          covered += box.contains(x, y) ? 1 : 0;
        }
      }
    }
    return covered;
  }

  private static Path2D dot(double x, double y, double radius) {
    return new Path2D.Double(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }
}
