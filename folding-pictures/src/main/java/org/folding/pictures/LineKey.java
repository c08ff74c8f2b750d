package org.folding.pictures;

import org.folding.pictures.PlaneScene.MarkedLine;

/** What the dots on lines mean. Stands below the plot, if there are any. */
final class LineKey {
  private static final String AWAY = "flips that lead away from the start";
  private static final String BACK = "flips that lead back";
  private static final double DOT = 1.9;

  private static final double ROW = 1.5;

  /** Viewers of SVG without the type take others, some of which are a fifth wider. */
  private static final double SLACK = 1.2;

  private final double typeSize;
  private final boolean wanted;
  private final double second;
  private final double end;

  LineKey(PlaneScene scene, double typeSize, Typeface type) {
    this.typeSize = typeSize;
    this.wanted = scene.lines().stream().map(MarkedLine::flips).anyMatch(flips -> !flips.isEmpty());
    this.second = 2 * typeSize + SLACK * type.width(AWAY, typeSize);
    this.end = second + DOT + 3 + SLACK * type.width(BACK, typeSize);
  }

  /**
   * How much room it takes.
   *
   * @param width how wide it may be
   */
  double height(double width) {
    return wanted ? (end <= width ? 1 : 2) * ROW * typeSize : 0;
  }

  void paint(Canvas canvas, double x, double y, double width) {
    if (wanted) {
      paint(canvas, x + DOT, y, AWAY, false);
      if (end <= width) {
        paint(canvas, x + second, y, BACK, true);
      } else {
        paint(canvas, x + DOT, y + ROW * typeSize, BACK, true);
      }
    }
  }

  private void paint(Canvas canvas, double x, double y, String text, boolean back) {
    double base = y + 1.2 * typeSize;
    LineLayer.paintFlip(canvas, x, base - 0.35 * typeSize, DOT, back);
    canvas.text(Label.at(x + DOT + 3, base, text, typeSize, Label.Anchor.START));
  }
}
