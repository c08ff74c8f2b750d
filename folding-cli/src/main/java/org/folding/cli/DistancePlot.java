package org.folding.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import org.folding.api.walk.Walk;

/** How the distance to the start goes along a walk, drawn with characters. */
final class DistancePlot {
  private static final int ROWS = 10;
  private static final String BLOCKS = " \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

  private final int[] heights;
  private final int greatest;
  private final boolean ascii;

  /**
   * @param width the number of columns, axis included
   */
  DistancePlot(Walk walk, int width, boolean ascii) {
    this.ascii = ascii;
    WalkDistances distances = new WalkDistances(walk);
    int most = 0;
    for (int step = 0; step < walk.steps(); step++) {
      most = Math.max(most, distances.after(step));
    }
    this.greatest = most;
    this.heights = new int[Math.max(10, width - label(most).length() - 2)];
    for (int step = -1; step < walk.steps(); step++) {
      double start = step < 0 ? 0 : walk.time(step);
      double end = step + 1 < walk.steps() ? walk.time(step + 1) : 1;
      int distance = step < 0 ? 0 : distances.after(step);
      // A column shows the farthest that the walk is in its part of the way.
      for (int c = column(start); c <= column(end) && (c < end * heights.length || c == 0); c++) {
        heights[c] = Math.max(heights[c], distance);
      }
    }
  }

  private int column(double t) {
    return Math.min(heights.length - 1, (int) (t * heights.length));
  }

  private static String label(int number) {
    return Integer.toString(number);
  }

  void print(PrintWriter out) {
    int gutter = label(greatest).length();
    for (int row = ROWS - 1; row >= 0; row--) {
      StringBuilder line = new StringBuilder();
      for (int height : heights) {
        line.append(character(height, row));
      }
      String mark = row == ROWS - 1 ? label(greatest) : row == 0 ? "0" : "";
      out.println(
          (" ".repeat(gutter - mark.length()) + mark + (ascii ? " |" : " \u2502") + line)
              .stripTrailing());
    }
    char[] axis = new char[heights.length];
    Arrays.fill(axis, ascii ? '-' : '\u2500');
    out.println(" ".repeat(gutter) + (ascii ? " +" : " \u2514") + new String(axis));
    out.println(" ".repeat(gutter + 2) + "t=0" + " ".repeat(heights.length - 6) + "t=1");
  }

  private char character(int height, int row) {
    if (greatest == 0) {
      return ' ';
    }
    // In eighths of a row; whatever is not 0 shows.
    long eighths = Math.round(8.0 * ROWS * height / greatest);
    if (height > 0) {
      eighths = Math.max(1, eighths);
    }
    long here = Math.max(0, Math.min(8, eighths - 8L * row));
    if (ascii) {
      return here == 0 ? ' ' : here >= 4 || row == 0 ? '#' : '.';
    }
    return BLOCKS.charAt((int) here);
  }
}
