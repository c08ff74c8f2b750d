package org.folding.pictures;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.folding.engine.plane.Frame;
import org.folding.pictures.PlaneScene.MarkedPoint;

/**
 * The picture of a plane: regions in colour, lines through them with their flips, axes, and what
 * the colours mean.
 */
public final class PlanePicture {
  private final Drawing drawing;

  /**
   * @param scene what is on it
   * @param style how it looks
   */
  public PlanePicture(PlaneScene scene, PictureStyle style) {
    this.drawing = new Page(scene, style);
  }

  Drawing drawing() {
    return drawing;
  }

  /** The page: the plot, axes at its left and below, a key at its right. */
  private static final class Page implements Drawing {
    private static final double EDGE = 3;

    private final PlaneScene scene;
    private final PictureStyle style;
    private final double width;
    private final double height;
    private final Layout layout;
    private final RegionLayer regions;
    private final LineLayer lines;
    private final ClassNames classNames;
    private final Axes axes;
    private final Key key;
    private final LineKey lineKey;

    Page(PlaneScene scene, PictureStyle style) {
      this.scene = scene;
      this.style = style;
      RegionColours colours = new RegionColours(scene.regions(), style);
      List<Double> names = new ArrayList<>();
      try (Typeface type = new Typeface()) {
        this.axes = new Axes(scene, style.typeSize(), type);
        this.key = new Key(scene, colours, style, type);
        this.lineKey = new LineKey(scene, style.typeSize(), type);
        for (MarkedPoint point : scene.points()) {
          names.add(type.width(point.name(), style.typeSize()));
        }
      }
      double size = style.typeSize();
      double top = EDGE + (style.title().isPresent() ? 2 * size : size / 2);
      Frame frame = scene.regions().frame();
      this.width = style.widthInPoints();
      double left = EDGE + axes.left();
      double plotWidth = Math.max(20, width - left - key.width() - EDGE);
      double plotHeight = plotWidth * frame.height() / frame.width();
      this.layout = new Layout(frame, new Rectangle2D.Double(left, top, plotWidth, plotHeight));
      this.height = top + plotHeight + axes.below() + lineKey.height(width - left - EDGE) + EDGE;
      this.regions = new RegionLayer(scene.regions(), colours, style, layout);
      this.lines = new LineLayer(scene, layout, size, names);
      this.classNames = new ClassNames(scene, colours, style, layout);
    }

    @Override
    public double width() {
      return width;
    }

    @Override
    public double height() {
      return height;
    }

    @Override
    public String description() {
      return scene.description();
    }

    @Override
    public void paint(Canvas canvas) {
      Rectangle2D box = layout.box();
      regions.paint(canvas);
      canvas.stroke(new Path2D.Double(box), Ink.BLACK, 0.6);
      classNames.paint(canvas);
      lines.paint(canvas);
      axes.paint(canvas, layout);
      key.paint(canvas, box);
      lineKey.paint(canvas, box.getX(), box.getMaxY() + axes.below(), width - box.getX() - EDGE);
      style
          .title()
          .ifPresent(
              title ->
                  canvas.text(
                      Label.at(
                          box.getCenterX(),
                          EDGE + 1.2 * style.typeSize(),
                          title,
                          1.2 * style.typeSize(),
                          Label.Anchor.MIDDLE)));
    }
  }
}
