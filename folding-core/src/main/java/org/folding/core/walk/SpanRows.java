package org.folding.core.walk;

/**
 * What {@link LineKernels#bound} works on: a line cut into spans, what the inputs of a stage are at
 * the ends of the spans, and how far they stray from their chords in between. There are always
 * {@link #SPANS} spans; where a line has fewer, the last one counts again.
 */
final class SpanRows {
  static final int SPANS = 8;

  /** How many factors each input has. */
  static final int FACTORS = 2 * SPANS;

  /** The inputs that are not zero everywhere, in order: the first {@link #passingCount}. */
  int[] passing;

  int passingCount;

  /**
   * Of the k-th of them, from k · {@link #FACTORS} on: what it is at each inner end, {@link #SPANS}
   * − 1 numbers, one of no meaning, and how far it strays on each span.
   */
  double[] factors;

  /**
   * The values of the units at the start and at the end of the line, from {@link #firstValue} on.
   */
  double[] start;

  double[] finish;
  int firstValue;

  /** Scratch for the products of some units with all factors. */
  final double[] products = new double[FACTORS * LineKernels.TILE];
}
