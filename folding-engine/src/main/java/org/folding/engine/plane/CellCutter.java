package org.folding.engine.plane;

import java.util.Arrays;
import org.folding.engine.arithmetic.Float64;

/**
 * Cuts cells along the lines on which affine functions z = a + b·x + c·y are zero.
 *
 * <p>A value at a corner is zero if it is smaller than the error of the function and what the
 * corner may be off along its gradient. So lines that meet in one point do so here too, and leave
 * no slivers behind.
 */
final class CellCutter {
  // Of the cell and the function that were looked at last.
  private double[] value = new double[16];
  private int[] sign = new int[16];
  private double lineBlur;
  private double gradient;
  // The part that is being made.
  private double[] x = new double[16];
  private double[] y = new double[16];
  private double[] blur = new double[16];
  private int[] border = new int[16];
  private double[] borderBlur = new double[16];
  private int size;

  /**
   * @param tolerance below this magnitude a value of the function is zero
   */
  Side side(Cell cell, double a, double b, double c, double tolerance) {
    int corners = cell.corners();
    reserve(corners + 2);
    gradient = Math.abs(b) + Math.abs(c);
    double least = tolerance + gradient * cell.largestBlur;
    boolean positive = false;
    boolean negative = false;
    boolean near = false;
    double largest = 0;
    double ofLargest = 0;
    for (int i = 0; i < corners; i++) {
      double z = a + b * cell.x[i] + c * cell.y[i];
      value[i] = z;
      if (z > least) {
        positive = true;
      } else if (z < -least) {
        negative = true;
      } else {
        near = true;
      }
      if (Math.abs(z) > largest) {
        largest = Math.abs(z);
        ofLargest = z;
      }
    }
    if (near) {
      // The corners' own errors decide.
      positive = false;
      negative = false;
      for (int i = 0; i < corners; i++) {
        double below = tolerance + gradient * cell.blur[i];
        positive |= value[i] > below;
        negative |= value[i] < -below;
      }
    }
    if (positive && negative) {
      prepareCut(cell, b, c, tolerance);
      return Side.BOTH;
    }
    if (positive || negative) {
      return positive ? Side.POSITIVE : Side.NEGATIVE;
    }
    if (largest <= tolerance) {
      return Side.ZERO;
    }
    return ofLargest > 0 ? Side.POSITIVE : Side.NEGATIVE;
  }

  private void prepareCut(Cell cell, double b, double c, double tolerance) {
    for (int i = 0; i < cell.corners(); i++) {
      double below = tolerance + gradient * cell.blur[i];
      sign[i] = value[i] > below ? 1 : value[i] < -below ? -1 : 0;
    }
    gradient = Math.hypot(b, c);
    lineBlur = tolerance / gradient + Float64.UNIT_ROUNDOFF;
  }

  /**
   * The part of a cell on one side of the line of which {@link #side} said that it runs through it.
   *
   * @param wanted 1 or −1
   * @param label what is at the new edge
   */
  Cell part(Cell cell, int wanted, int label) {
    int corners = cell.corners();
    size = 0;
    for (int i = 0; i < corners; i++) {
      int next = i + 1 == corners ? 0 : i + 1;
      int here = wanted * sign[i];
      int there = wanted * sign[next];
      if (here >= 0) {
        boolean leaves = here == 0 && there < 0;
        add(
            cell.x[i],
            cell.y[i],
            cell.blur[i],
            leaves ? label : cell.border[i],
            leaves ? lineBlur : cell.lineBlur[i]);
      }
      if (here * there < 0) {
        boolean leaves = here > 0;
        cross(cell, i, next, leaves ? label : cell.border[i], leaves ? lineBlur : cell.lineBlur[i]);
      }
    }
    return new Cell(
        Arrays.copyOf(x, size),
        Arrays.copyOf(y, size),
        Arrays.copyOf(blur, size),
        Arrays.copyOf(border, size),
        Arrays.copyOf(borderBlur, size));
  }

  /** Adds the point at which the line crosses an edge. */
  private void cross(Cell cell, int i, int next, int label, double labelBlur) {
    double dx = cell.x[next] - cell.x[i];
    double dy = cell.y[next] - cell.y[i];
    double part = value[i] / (value[i] - value[next]);
    double length = Math.hypot(dx, dy);
    double sine = Math.abs(value[i] - value[next]) / (gradient * length);
    double off = Math.min(length, (lineBlur + cell.lineBlur[i]) / sine);
    add(cell.x[i] + part * dx, cell.y[i] + part * dy, off, label, labelBlur);
  }

  private void add(double px, double py, double off, int label, double labelBlur) {
    x[size] = px;
    y[size] = py;
    blur[size] = off;
    border[size] = label;
    borderBlur[size++] = labelBlur;
  }

  private void reserve(int corners) {
    if (corners > x.length) {
      int capacity = 2 * corners;
      value = new double[capacity];
      sign = new int[capacity];
      x = new double[capacity];
      y = new double[capacity];
      blur = new double[capacity];
      border = new int[capacity];
      borderBlur = new double[capacity];
    }
  }
}
