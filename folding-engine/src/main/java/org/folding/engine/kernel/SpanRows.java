package org.folding.engine.kernel;

/**
 * What {@link LineKernels#bound} works on: a line cut into spans, what the inputs of a stage are at
 * the ends of the spans, and how far they stray from their chords in between. Where there are fewer
 * spans than were asked for, the last one counts again.
 *
 * <p>Each input has two factors for each span: first what it is at the end of each, of which the
 * last is of no meaning, then how far it strays on each. They stand in groups of {@link #GROUP},
 * each with the inputs of which a factor of the group is not zero.
 */
public final class SpanRows {
  public static final int GROUP = RowBatch.GROUP;

  /** So many spans there are at least, and so many at most. */
  public static final int FEWEST = 8;

  public static final int MOST = 16;

  /** How many spans there are, a multiple of {@link #GROUP}. */
  public int size;

  /** The inputs of each group, in order. */
  public final int[][] inputs;

  /** How many inputs each group has. */
  public final int[] count = new int[2 * MOST / GROUP];

  /** The factors of a group: of its k-th input from k · {@link #GROUP} on. */
  public final float[][] factors;

  /** The values of the units at the start and at the end of the line. */
  public final float[] start;

  public final float[] finish;

  /** Scratch for the products of some units with all factors. */
  final float[] products = new float[2 * MOST * SingleWeights.TILE];

  /**
   * @param widest how many inputs or units there are at most
   */
  public SpanRows(int widest) {
    this.start = new float[SingleWeights.padded(widest)];
    this.finish = new float[start.length];
    this.inputs = new int[count.length][widest];
    this.factors = new float[count.length][Math.multiplyExact(GROUP, widest)];
  }

  /** How many groups of factors there are: first those of ends, then as many of strays. */
  public int groups() {
    return 2 * size / GROUP;
  }
}
