package org.folding.pictures;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.folding.pictures.Ticks.Tick;

/** What the colours mean: a bar of distances, or the classes. Stands at the right of the plot. */
final class Key {
  private static final double GAP = 7;
  private static final double BAR = 9;
  private static final double TICK = 2;

  private final RegionColours colours;
  private final PictureStyle style;
  private final double typeSize;
  private final String name;
  private final double width;

  /** One of the classes. */
  private record Entry(Ink ink, String name) {}

  Key(PlaneScene scene, RegionColours colours, PictureStyle style, Typeface type) {
    this.colours = colours;
    this.style = style;
    this.typeSize = style.typeSize();
    this.name = "Hamming distance to " + scene.reference();
    this.width =
        switch (style.colouring()) {
          case PATTERN -> typeSize;
          case DISTANCE ->
              GAP
                  + BAR
                  + 2 * TICK
                  + type.width(Integer.toString(colours.farthest()), typeSize)
                  + 1.8 * typeSize;
          case CLASS ->
              GAP
                  + 1.4 * typeSize
                  + entries().stream()
                      .mapToDouble(entry -> type.width(entry.name(), typeSize))
                      .max()
                      .orElse(0);
        };
  }

  /** How much room it takes. */
  double width() {
    return width;
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    colours
        .classes()
        .forEach((predicted, ink) -> entries.add(new Entry(ink, "class " + predicted)));
    if (colours.hasOthers()) {
      entries.add(new Entry(colours.others(), "others"));
    }
    return entries;
  }

  void paint(Canvas canvas, Rectangle2D box) {
    if (style.colouring() == Colouring.DISTANCE) {
      paintBar(canvas, box);
    } else if (style.colouring() == Colouring.CLASS) {
      paintClasses(canvas, box);
    }
  }

  private void paintBar(Canvas canvas, Rectangle2D box) {
    double x = box.getMaxX() + GAP;
    int levels = colours.farthest() + 1;
    double each = box.getHeight() / levels;
    for (int distance = 0; distance < levels; distance++) {
      double bottom = box.getMaxY() - distance * each;
      canvas.fillSeamless(rectangle(x, bottom - each, BAR, each), colours.ofDistance(distance));
    }
    canvas.stroke(rectangle(x, box.getY(), BAR, box.getHeight()), Ink.BLACK, 0.6);
    int most = (int) Math.max(2, box.getHeight() / (3 * typeSize));
    for (Tick tick : Ticks.wholeBetween(0, colours.farthest(), most)) {
      double y = box.getMaxY() - (tick.value() + 0.5) * each;
      Path2D mark = new Path2D.Double();
      mark.moveTo(x + BAR, y);
      mark.lineTo(x + BAR + TICK, y);
      canvas.stroke(mark, Ink.BLACK, 0.6);
      canvas.text(
          Label.at(
              x + BAR + 2 * TICK, y + 0.35 * typeSize, tick.text(), typeSize, Label.Anchor.START));
    }
    canvas.text(
        new Label(
            name,
            box.getMaxX() + width - 0.3 * typeSize,
            box.getCenterY(),
            typeSize,
            Label.Anchor.MIDDLE,
            true,
            false));
  }

  private void paintClasses(Canvas canvas, Rectangle2D box) {
    double x = box.getMaxX() + GAP;
    double y = box.getY();
    for (Entry entry : entries()) {
      Path2D swatch = rectangle(x, y, typeSize, typeSize);
      canvas.fill(swatch, entry.ink());
      canvas.stroke(swatch, Ink.BLACK, 0.4);
      canvas.text(
          Label.at(
              x + 1.4 * typeSize, y + 0.85 * typeSize, entry.name(), typeSize, Label.Anchor.START));
      y += 1.6 * typeSize;
    }
  }

  private static Path2D rectangle(double x, double y, double width, double height) {
    return new Path2D.Double(new Rectangle2D.Double(x, y, width, height));
  }
}
