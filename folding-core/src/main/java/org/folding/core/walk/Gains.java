package org.folding.core.walk;

import java.util.Arrays;

/**
 * The slopes at which the units of a stage pass on what they get, on the interval at hand: 1 where
 * a unit is active, its negative slope elsewhere; and a list of the units that pass on anything.
 */
final class Gains {
  private final double[] gain;
  private final int[] live;
  // Where each unit stands in the list, or −1.
  private final int[] place;
  private int size;
  // Units that pass on nothing any more and still stand in the list.
  private int[] dead = new int[64];
  private int deaths;
  private double[] negativeSlope;

  Gains(int widest) {
    this.gain = new double[LineKernels.padded(widest)];
    this.live = new int[widest];
    this.place = new int[widest];
  }

  void start(Stage stage, boolean[] active) {
    negativeSlope = stage.slope;
    size = 0;
    deaths = 0;
    for (int j = 0; j < stage.units; j++) {
      gain[j] = active[j] ? 1 : negativeSlope[j];
      place[j] = -1;
      if (gain[j] != 0) {
        insert(j);
      }
    }
    Arrays.fill(gain, stage.units, stage.stride, 0);
  }

  /** Flips a unit; returns by how much its gain changes. */
  double flip(int unit) {
    double before = gain[unit];
    double after = before == 1 ? negativeSlope[unit] : 1;
    gain[unit] = after;
    if (after == 0) {
      if (deaths == dead.length) {
        dead = Arrays.copyOf(dead, 2 * deaths);
      }
      dead[deaths++] = unit;
    } else if (place[unit] < 0) {
      insert(unit);
    }
    return after - before;
  }

  private void insert(int unit) {
    place[unit] = size;
    live[size++] = unit;
  }

  /** Drops those units from the list that pass on nothing. */
  void compact() {
    for (int d = 0; d < deaths; d++) {
      int unit = dead[d];
      if (gain[unit] == 0 && place[unit] >= 0) {
        int last = live[--size];
        live[place[unit]] = last;
        place[last] = place[unit];
        place[unit] = -1;
      }
    }
    deaths = 0;
  }

  /** The gain of each unit, padded with zeros. */
  double[] values() {
    return gain;
  }

  /**
   * The units whose gain was not 0 at some time since the list was {@link #compact}, the first
   * {@link #size} entries, in no particular order.
   */
  int[] live() {
    return live;
  }

  int size() {
    return size;
  }
}
