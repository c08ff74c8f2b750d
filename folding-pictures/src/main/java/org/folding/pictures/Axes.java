package org.folding.pictures;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.folding.engine.plane.Frame;
import org.folding.pictures.Ticks.Tick;

/** The axes: ticks, numbers and names. */
final class Axes {
  private static final double TICK = 2.5;
  private static final double GAP = 2;
  private static final int MOST = 6;

  private final PlaneScene scene;
  private final double typeSize;
  private final List<Tick> across;
  private final List<Tick> up;
  private final double widest;

  Axes(PlaneScene scene, double typeSize, Typeface type) {
    this.scene = scene;
    this.typeSize = typeSize;
    Frame frame = scene.regions().frame();
    double ratio = frame.height() / frame.width();
    this.across = Ticks.between(frame.minU(), frame.maxU(), most(1 / ratio));
    this.up = Ticks.between(frame.minV(), frame.maxV(), most(ratio));
    this.widest =
        up.stream().mapToDouble(tick -> type.width(tick.text(), typeSize)).max().orElse(0);
  }

  /** A short axis has fewer ticks. */
  private static int most(double ratio) {
    return Math.max(2, (int) Math.round(MOST * Math.min(1, ratio)));
  }

  /** How much room they take at the left. */
  double left() {
    return 1.4 * typeSize + GAP + widest + GAP + TICK;
  }

  /** How much room they take below. */
  double below() {
    return TICK + 2.5 * typeSize + GAP;
  }

  void paint(Canvas canvas, Layout layout) {
    Rectangle2D box = layout.box();
    Path2D marks = new Path2D.Double();
    double numbers = box.getMaxY() + TICK + GAP + 0.75 * typeSize;
    for (Tick tick : across) {
      double x = layout.x(tick.value());
      marks.moveTo(x, box.getMaxY());
      marks.lineTo(x, box.getMaxY() + TICK);
      canvas.text(Label.at(x, numbers, tick.text(), typeSize, Label.Anchor.MIDDLE));
    }
    for (Tick tick : up) {
      double y = layout.y(tick.value());
      marks.moveTo(box.getX(), y);
      marks.lineTo(box.getX() - TICK, y);
      canvas.text(
          Label.at(
              box.getX() - TICK - GAP,
              y + 0.35 * typeSize,
              tick.text(),
              typeSize,
              Label.Anchor.END));
    }
    canvas.stroke(marks, Ink.BLACK, 0.6);
    canvas.text(
        Label.at(
            box.getCenterX(),
            numbers + 1.3 * typeSize,
            scene.acrossName(),
            typeSize,
            Label.Anchor.MIDDLE));
    canvas.text(
        new Label(
            scene.upName(),
            box.getX() - left() + typeSize,
            box.getCenterY(),
            typeSize,
            Label.Anchor.MIDDLE,
            true,
            false));
  }
}
