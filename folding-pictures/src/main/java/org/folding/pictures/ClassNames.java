package org.folding.pictures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folding.engine.plane.Frame;
import org.folding.engine.plane.Piece;
import org.folding.engine.plane.PlanePoint;
import org.folding.engine.plane.PlaneRegions;
import org.folding.engine.plane.Polygon;
import org.folding.engine.plane.Region;

/** The number of each class, where it has the most room; colours alone do not tell everyone. */
final class ClassNames {
  private static final int GRID = 160;

  private final List<Label> labels = new ArrayList<>();
  private final Frame frame;
  private final int columns;
  private final int rows;
  // The class at each point of a grid, −1 outside of it; one row and column more on each side.
  private final int[][] predicted;

  ClassNames(PlaneScene scene, RegionColours colours, PictureStyle style, Layout layout) {
    PlaneRegions regions = scene.regions();
    this.frame = regions.frame();
    double step = Math.max(frame.width(), frame.height()) / GRID;
    this.columns = Math.max(1, (int) Math.round(frame.width() / step));
    this.rows = Math.max(1, (int) Math.round(frame.height() / step));
    this.predicted = new int[rows + 2][columns + 2];
    if (style.colouring() != Colouring.CLASS) {
      return;
    }
    for (int[] row : predicted) {
      Arrays.fill(row, -1);
    }
    for (Region region : regions.regions()) {
      for (Piece piece : region.pieces()) {
        mark(piece);
      }
    }
    scene.lines().forEach(line -> markLine(line.corners()));
    int[][] room = room();
    double size = 1.15 * style.typeSize();
    for (int number : colours.classes().keySet()) {
      label(number, room, size, layout);
    }
  }

  private double u(int column) {
    return frame.minU() + (column - 0.5) / columns * frame.width();
  }

  private double v(int row) {
    return frame.minV() + (row - 0.5) / rows * frame.height();
  }

  private void mark(Piece piece) {
    Polygon polygon = piece.polygon();
    double lowU = Double.POSITIVE_INFINITY;
    double highU = Double.NEGATIVE_INFINITY;
    double lowV = Double.POSITIVE_INFINITY;
    double highV = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < polygon.corners(); i++) {
      lowU = Math.min(lowU, polygon.u(i));
      highU = Math.max(highU, polygon.u(i));
      lowV = Math.min(lowV, polygon.v(i));
      highV = Math.max(highV, polygon.v(i));
    }
    int firstColumn = index(lowU, frame.minU(), frame.width(), columns);
    int lastColumn = index(highU, frame.minU(), frame.width(), columns);
    int firstRow = index(lowV, frame.minV(), frame.height(), rows);
    int lastRow = index(highV, frame.minV(), frame.height(), rows);
    for (int row = firstRow; row <= lastRow; row++) {
      for (int column = firstColumn; column <= lastColumn; column++) {
        if (contains(polygon, u(column), v(row))) {
          predicted[row][column] = piece.predicted();
        }
      }
    }
  }

  /** Names keep away from lines as from other classes. */
  private void markLine(List<PlanePoint> corners) {
    for (int i = 0; i + 1 < corners.size(); i++) {
      PlanePoint from = corners.get(i);
      PlanePoint to = corners.get(i + 1);
      int steps = 4 * GRID;
      for (int k = 0; k <= steps; k++) {
        double u = from.u() + (to.u() - from.u()) * k / steps;
        double v = from.v() + (to.v() - from.v()) * k / steps;
        if (frame.contains(new PlanePoint(u, v))) {
          int row = index(v, frame.minV(), frame.height(), rows);
          predicted[row][index(u, frame.minU(), frame.width(), columns)] = -1;
        }
      }
    }
  }

  private static int index(double value, double from, double length, int cells) {
    return Math.min(cells, Math.max(1, 1 + (int) Math.floor((value - from) / length * cells)));
  }

  private static boolean contains(Polygon polygon, double u, double v) {
    for (int i = 0; i < polygon.corners(); i++) {
      int next = (i + 1) % polygon.corners();
      if ((polygon.u(next) - polygon.u(i)) * (v - polygon.v(i))
          < (polygon.v(next) - polygon.v(i)) * (u - polygon.u(i))) {
        return false;
      }
    }
    return true;
  }

  /** For each point how far the nearest point of another class is, in steps of the grid. */
  private int[][] room() {
    int[][] room = new int[rows + 2][columns + 2];
    for (int row = 1; row <= rows; row++) {
      for (int column = 1; column <= columns; column++) {
        room[row][column] = 1 + least(room, row, column, -1);
      }
    }
    for (int row = rows; row >= 1; row--) {
      for (int column = columns; column >= 1; column--) {
        room[row][column] = Math.min(room[row][column], 1 + least(room, row, column, 1));
      }
    }
    return room;
  }

  /** The least room of the neighbours before or after; none where they are of another class. */
  private int least(int[][] room, int row, int column, int step) {
    int[][] neighbours = {
      {row, column + step}, {row + step, column - 1}, {row + step, column}, {row + step, column + 1}
    };
    int least = Integer.MAX_VALUE - 1;
    for (int[] at : neighbours) {
      boolean same = predicted[at[0]][at[1]] == predicted[row][column];
      least = Math.min(least, same ? room[at[0]][at[1]] : 0);
    }
    return least;
  }

  private void label(int number, int[][] room, double size, Layout layout) {
    int best = 0;
    double x = 0;
    double y = 0;
    for (int row = 1; row <= rows; row++) {
      for (int column = 1; column <= columns; column++) {
        if (predicted[row][column] == number && room[row][column] > best) {
          best = room[row][column];
          x = layout.x(u(column));
          y = layout.y(v(row));
        }
      }
    }
    double step = layout.box().getWidth() / columns;
    if (best * step > 0.8 * size) {
      labels.add(
          new Label(
              Integer.toString(number),
              x,
              y + 0.35 * size,
              size,
              Label.Anchor.MIDDLE,
              false,
              true));
    }
  }

  void paint(Canvas canvas) {
    labels.forEach(canvas::text);
  }
}
