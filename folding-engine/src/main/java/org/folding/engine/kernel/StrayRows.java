package org.folding.engine.kernel;

/**
 * What {@link LineKernels#stray} works on: the values of units at some points of a line, which is
 * cut into spans.
 */
public final class StrayRows {
  /** Rows of values, one after the other. */
  public double[] values = {};

  /** The length of a row. */
  public int stride;

  /** Where each row of a span lies in it, from 0 to 1. */
  public double[] part = new double[0];

  /** What is passed on where each span starts, and where the last one ends, row by row. */
  public final double[] ends;

  /** Receives how far units stray, a row for each span. */
  public final double[] strays;

  /**
   * @param spans how many there are at most
   * @param widest the length of the longest row
   */
  public StrayRows(int spans, int widest) {
    ends = new double[(spans + 1) * widest];
    strays = new double[spans * widest];
  }
}
