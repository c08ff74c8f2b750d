package org.folding.pictures;

import java.awt.geom.Path2D;
import java.util.LinkedHashMap;
import java.util.Map;
import org.folding.engine.plane.Piece;
import org.folding.engine.plane.PlaneRegions;
import org.folding.engine.plane.Polygon;
import org.folding.engine.plane.Region;

/** The regions: their areas, the borders between them, and those between classes. */
final class RegionLayer {
  /** Borders are drawn with this part of the mean distance between them, in these bounds. */
  private static final double SHARE = 0.06;

  private static final double THINNEST = 0.04;
  private static final double THICKEST = 0.4;
  private static final double CLASS_BORDER = 1;

  private final Map<Ink, Path2D> areas = new LinkedHashMap<>();
  private final Path2D borders = new Path2D.Double();
  private final Path2D classBorders = new Path2D.Double();
  private final double borderWidth;
  private final Ink borderInk;

  RegionLayer(PlaneRegions regions, RegionColours colours, PictureStyle style, Layout layout) {
    this.borderInk = colours.borders();
    double box = layout.box().getWidth() * layout.box().getHeight();
    double meanSide = Math.sqrt(box / regions.regions().size());
    this.borderWidth =
        style.borders().orElse(Math.min(THICKEST, Math.max(THINNEST, SHARE * meanSide)));
    for (Region region : regions.regions()) {
      if (style.colouring() == Colouring.CLASS) {
        for (Piece piece : region.pieces()) {
          layout.add(piece.polygon(), area(colours.ofClass(piece.predicted())));
          addEdges(piece.polygon(), layout, true, classBorders);
        }
      } else {
        layout.add(region.polygon(), area(colours.of(region)));
      }
      if (borderWidth > 0) {
        addEdges(region.polygon(), layout, false, borders);
      }
    }
  }

  private Path2D area(Ink ink) {
    return areas.computeIfAbsent(ink, key -> new Path2D.Double());
  }

  /** Adds edges inside the frame. Two polygons have each; the one to the right of it adds it. */
  private static void addEdges(Polygon polygon, Layout layout, boolean ofClasses, Path2D lines) {
    double least = 1e-9 * Math.max(layout.frame().width(), layout.frame().height());
    for (int i = 0; i < polygon.corners(); i++) {
      int next = (i + 1) % polygon.corners();
      double du = polygon.u(next) - polygon.u(i);
      double dv = polygon.v(next) - polygon.v(i);
      boolean mine = Math.abs(du) > least ? du > 0 : dv > 0;
      boolean wanted =
          ofClasses ? polygon.border(i) == Polygon.CLASSES : polygon.border(i) != Polygon.FRAME;
      if (mine && wanted) {
        layout.add(polygon, i, lines);
      }
    }
  }

  void paint(Canvas canvas) {
    areas.forEach((ink, area) -> canvas.fillSeamless(area, ink));
    if (borders.getCurrentPoint() != null) {
      canvas.stroke(borders, borderInk, borderWidth);
    }
    if (classBorders.getCurrentPoint() != null) {
      canvas.stroke(classBorders, Ink.BLACK, CLASS_BORDER);
    }
  }
}
