package org.folding.core.walk;

/**
 * What {@link LineKernels#bound} works on: a line cut into spans, what the inputs of a stage are at
 * the ends of the spans, and how far they stray from their chords in between. There are always
 * {@link #SPANS} spans; where a line has fewer, the last one counts again.
 *
 * <p>These are {@link #FACTORS} factors of an input: first what it is at the end of each span, of
 * which the last is of no meaning, then how far it strays on each. They stand in groups of {@link
 * #GROUP}, each with the inputs of which a factor of the group is not zero.
 */
final class SpanRows {
  static final int SPANS = 8;
  static final int FACTORS = 2 * SPANS;
  static final int GROUP = RowBatch.GROUP;

  /** The inputs of each group, in order. */
  final int[][] inputs;

  /** How many inputs each group has. */
  final int[] count = new int[FACTORS / GROUP];

  /** The factors of a group: of its k-th input from k · {@link #GROUP} on. */
  final double[][] factors;

  /**
   * The values of the units at the start and at the end of the line, from {@link #firstValue} on.
   */
  double[] start;

  double[] finish;
  int firstValue;

  /** Scratch for the products of some units with all factors. */
  final double[] products = new double[FACTORS * LineKernels.TILE];

  /**
   * @param widest how many inputs there are at most
   */
  SpanRows(int widest) {
    // One more, as an input is written before it is known to belong to a group.
    this.inputs = new int[count.length][widest + 1];
    this.factors = new double[count.length][Math.multiplyExact(GROUP, widest + 1)];
  }
}
