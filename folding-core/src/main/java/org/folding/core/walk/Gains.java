package org.folding.core.walk;

/**
 * The slopes at which the units of a stage pass on what they get, on the interval at hand: 1 where
 * a unit is active, its negative slope elsewhere; and a list of the units that pass on anything.
 */
final class Gains {
  private final boolean[] active;
  private final double[] gain;
  private final int[] live;
  // Where each unit stands in the list, or −1.
  private final int[] place;
  private int size;
  private double[] negativeSlope;
  // Whether every gain is 0 or 1.
  private boolean relu;

  Gains(int widest) {
    this.active = new boolean[widest];
    this.gain = new double[widest];
    this.live = new int[widest];
    this.place = new int[widest];
  }

  void start(Stage stage, boolean[] startActive) {
    negativeSlope = stage.slope;
    relu = stage.relu;
    size = 0;
    for (int j = 0; j < stage.units; j++) {
      active[j] = startActive[j];
      gain[j] = active[j] ? 1 : negativeSlope[j];
      place[j] = -1;
      if (gain[j] != 0) {
        insert(j);
      }
    }
  }

  /** Flips a unit; returns by how much its gain changes. */
  double flip(int unit) {
    active[unit] = !active[unit];
    double before = gain[unit];
    double after = active[unit] ? 1 : negativeSlope[unit];
    gain[unit] = after;
    if (before == 0 && after != 0) {
      insert(unit);
    } else if (before != 0 && after == 0) {
      remove(unit);
    }
    return after - before;
  }

  private void insert(int unit) {
    place[unit] = size;
    live[size++] = unit;
  }

  private void remove(int unit) {
    int last = live[--size];
    live[place[unit]] = last;
    place[last] = place[unit];
    place[unit] = -1;
  }

  /**
   * What the {@link #live} units pass on of x; entries of other units have no meaning.
   *
   * @param scratch receives it, unless it is x itself
   */
  double[] passedOn(double[] x, double[] scratch, int n) {
    if (relu) {
      return x;
    }
    for (int j = 0; j < n; j++) {
      scratch[j] = gain[j] * x[j];
    }
    return scratch;
  }

  /** The units whose gain is not 0, the first {@link #size} entries, in no particular order. */
  int[] live() {
    return live;
  }

  int size() {
    return size;
  }
}
