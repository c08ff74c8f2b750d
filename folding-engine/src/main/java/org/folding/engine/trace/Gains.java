package org.folding.engine.trace;

import java.util.Arrays;
import org.folding.engine.chain.Stage;
import org.folding.engine.kernel.LineKernels;

/**
 * The slopes at which the units of a stage pass on what they get, on the interval at hand: 1 where
 * a unit is active, its negative slope elsewhere; and a list of the units that pass on anything.
 */
final class Gains {
  private final double[] gain;
  // What each unit's gain becomes when it flips.
  private final double[] otherGain;
  private final int[] live;
  // Where each unit stands in the list, or −1.
  private final int[] place;
  private int size;
  // Units that pass on nothing any more and still stand in the list.
  private int[] dead = new int[64];
  private int deaths;

  Gains(int widest) {
    this.gain = new double[LineKernels.padded(widest)];
    this.otherGain = new double[gain.length];
    // One more, as each unit is written behind the list before it is known to belong to it.
    this.live = new int[widest + 1];
    this.place = new int[widest];
  }

  /**
   * Starts with a stage, where a line sets out.
   *
   * @param inputs its units, which are known by their places from here on
   */
  void start(StageInputs inputs) {
    size = 0;
    deaths = 0;
    byte[] active = inputs.active();
    int first = inputs.firstUnit();
    if (!inputs.units().isAll()) {
      startChosen(inputs.units(), active, first);
      return;
    }
    Stage stage = inputs.stage();
    double[] negativeSlope = stage.slope;
    // Without branches here and below, as which units are active cannot be foretold.
    for (int j = 0; j < stage.units; j++) {
      double g = active[first + j] != 0 ? 1 : negativeSlope[j];
      gain[j] = g;
      otherGain[j] = active[first + j] != 0 ? negativeSlope[j] : 1;
      place[j] = g == 0 ? -1 : size;
      live[size] = j;
      size += g == 0 ? 0 : 1;
    }
  }

  /** The same for units that were chosen; these pass on what they get or nothing. */
  private void startChosen(FollowedUnits units, byte[] active, int first) {
    for (int c = 0; c < units.count(); c++) {
      byte isActive = active[first + units.unit(c)];
      gain[c] = isActive;
      otherGain[c] = 1 - isActive;
      place[c] = isActive != 0 ? size : -1;
      live[size] = c;
      size += isActive;
    }
  }

  /** Flips a unit; returns by how much its gain changes. */
  double flip(int unit) {
    double before = gain[unit];
    double after = otherGain[unit];
    gain[unit] = after;
    otherGain[unit] = before;
    if (deaths == dead.length) {
      dead = Arrays.copyOf(dead, 2 * deaths);
    }
    dead[deaths] = unit;
    deaths += after == 0 ? 1 : 0;
    int at = place[unit];
    int added = after != 0 && at < 0 ? 1 : 0;
    place[unit] = added > 0 ? size : at;
    live[size] = unit;
    size += added;
    return after - before;
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

  /** How many times a unit stopped to pass on anything since the list was {@link #compact}. */
  int deaths() {
    return deaths;
  }

  /** The unit that did so the d-th time. */
  int dead(int d) {
    return dead[d];
  }

  /** Whether it still passes on nothing. */
  boolean isDead(int d) {
    return gain[dead[d]] == 0;
  }

  /** The gain of each unit; what stands behind the last one is of no meaning. */
  double[] byUnit() {
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
