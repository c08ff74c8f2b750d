package org.folding.engine.kernel;

/** Units that may cross zero on an interval, in the order of intervals and units. */
public final class NearUnits {
  public int[] interval = new int[64];
  public int[] unit = new int[64];
  public int size;

  /**
   * Of each note the interval, the first of some neighbouring units, and a bit for each of these
   * that is near zero there, from the lowest on.
   */
  int[] notedInterval = new int[64];

  int[] notedUnit = new int[64];
  int[] notedBits = new int[64];
  int notes;

  /** Becomes empty, with room for so many units. */
  public void clear(int most) {
    size = 0;
    notes = 0;
    if (unit.length <= most) {
      interval = new int[2 * most];
      unit = new int[2 * most];
      notedInterval = new int[2 * most];
      notedUnit = new int[2 * most];
      notedBits = new int[2 * most];
    }
  }

  /**
   * Notes which of some neighbouring units are near zero on an interval.
   *
   * @param first the first of the neighbours
   * @param bits a bit for each of them, from the lowest on; at most 30
   */
  void note(int i, int first, int bits) {
    // Whether there are any cannot be foretold, so there is no branch for it.
    notedInterval[notes] = i;
    notedUnit[notes] = first;
    notedBits[notes] = bits;
    notes += -bits >>> 31;
  }

  /** Lists the units noted. */
  void list() {
    int count = 0;
    for (int f = 0; f < notes; f++) {
      for (int bits = notedBits[f]; bits != 0; bits &= bits - 1) {
        interval[count] = notedInterval[f];
        unit[count++] = notedUnit[f] + Integer.numberOfTrailingZeros(bits);
      }
    }
    size = count;
  }
}
