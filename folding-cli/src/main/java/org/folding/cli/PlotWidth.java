package org.folding.cli;

/** How wide a plot in text may be. */
final class PlotWidth {
  private static final int DEFAULT = 80;
  private static final int LEAST = 20;
  private static final int MOST = 400;

  private PlotWidth() {}

  /**
   * @param asked what the user asked for, or null
   */
  static int of(Integer asked) {
    if (asked == null) {
      return ofTerminal(System.getenv("COLUMNS"));
    }
    NumberRange.require("--columns", asked, LEAST, MOST);
    return asked;
  }

  /** What a shell says, if it is a number. */
  private static int ofTerminal(String columns) {
    if (columns == null || !columns.matches("[0-9]{1,4}")) {
      return DEFAULT;
    }
    return Math.max(LEAST, Math.min(MOST, Integer.parseInt(columns)));
  }
}
