package org.folding.engine.kernel;

/**
 * The inner loops of walks through sparse stages. As in {@link LineKernels} all implementations
 * give the same bits, and units come in whole groups of {@link LineKernels#LANES}.
 */
public interface CellKernels {

  /**
   * Adds a sparse column: for each entry e from first to end, y at {@code base + offset[e]} += x ·
   * weights of e.
   *
   * @param offset where the group of each entry starts
   * @param weight the weights of each entry, one for each unit of its group
   */
  void scatter(int[] offset, double[] weight, int first, int end, int base, double x, double[] y);

  /**
   * Takes neighbouring units to a breakpoint and bends them there: values += dt · slopes, then
   * slopes += changes. Finds the units that may have crossed zero on the way.
   *
   * @param start the first unit
   * @param n how many
   * @param change where the changes of the first unit start
   * @return how many were found: those whose two values differ in sign, or one of which is within
   *     the tolerance
   */
  int turn(TurnedUnits units, int start, int n, double dt, double[] changes, int change);

  /**
   * Finds the units that may cross zero between two values, as {@link #turn} does.
   *
   * @param n how many units there are
   */
  int compare(double[] before, double[] after, int n, double tolerance, int[] found, double[] peak);

  /**
   * Adds up columns of a matrix that is kept whole: y = Σ_k x[k] · column[chosen_k].
   *
   * @param count how many columns take part
   * @param weights column j starts at j · stride
   * @param stride the length of a column and of the result
   * @param y receives the result
   * @param at where it starts
   */
  void sum(double[] x, int[] chosen, int count, double[] weights, int stride, double[] y, int at);

  /** The fastest that the running JVM offers. */
  static CellKernels best() {
    return KernelChoice.cells();
  }
}
