package org.folding.core.statistics;

import java.util.Arrays;

/**
 * Counts how often numbers occur until they are taken, in a hash table with linear probing: most
 * columns have few different numbers, flips and ratios of them, and to count one more of these
 * takes a look at a slot or two. Where numbers hardly repeat they are only listed, and sorted when
 * they are taken, which is faster then.
 */
final class Tally {
  private static final int FIRST_SLOTS = 16;

  /** With fewer numbers it is not known yet whether they repeat. */
  private static final int MANY = 4096;

  /** 2^64 over the golden ratio: its multiples spread numbers that have few bits. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private double[] values = new double[FIRST_SLOTS];

  /** How often the number in each slot occurred; 0 where the slot is free, and in a list. */
  private long[] counts = new long[FIRST_SLOTS];

  /** How many slots are taken, or how many numbers are listed. */
  private int size;

  private boolean listing;

  /**
   * @param values different numbers in rising order
   * @param counts how often each occurs
   */
  record Counted(double[] values, long[] counts) {

    long total() {
      return Arrays.stream(counts).sum();
    }
  }

  /**
   * Counts a number if there is room.
   *
   * @param value any number but NaN; −0 counts as 0
   * @return whether it was counted; false where the tally must grow or be taken before
   */
  boolean add(double value) {
    double number = value + 0.0;
    return listing ? list(number) : count(number);
  }

  private boolean list(double number) {
    if (size == room()) {
      return false;
    }
    values[size++] = number;
    return true;
  }

  private boolean count(double number) {
    int slot = slot(number);
    if (counts[slot] == 0) {
      if (size == room()) {
        return false;
      }
      values[slot] = number;
      size++;
    }
    counts[slot]++;
    return true;
  }

  /** Where a number is, or else the free slot where it belongs. */
  private int slot(double number) {
    long bits = Double.doubleToRawLongBits(number);
    long spread = (bits ^ bits >>> 32) * SPREAD;
    int mask = values.length - 1;
    int slot = (int) (spread >>> 32) & mask;
    while (counts[slot] != 0 && values[slot] != number) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** How many numbers there is room for; a quarter of a hash table is free, to end searches. */
  int room() {
    return listing ? values.length : values.length / 4 * 3;
  }

  /** Doubles the room. */
  void grow() {
    double[] oldValues = values;
    long[] oldCounts = counts;
    values = Arrays.copyOf(oldValues, 2 * oldValues.length);
    counts = new long[values.length];
    for (int i = 0; i < oldValues.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slot(oldValues[i]);
        values[slot] = oldValues[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  /**
   * Hands over what was counted, and begins anew.
   *
   * @return the numbers added since the last call
   */
  Counted take() {
    Counted taken = listing ? takeList() : takeTable();
    long total = taken.total();
    listing = total >= MANY && 2L * taken.values().length > total;
    size = 0;
    return taken;
  }

  private Counted takeList() {
    Arrays.sort(values, 0, size);
    long[] occurred = new long[size];
    int different = 0;
    for (int i = 0; i < size; i++) {
      if (different == 0 || values[different - 1] != values[i]) {
        values[different++] = values[i];
      }
      occurred[different - 1]++;
    }
    return new Counted(Arrays.copyOf(values, different), Arrays.copyOf(occurred, different));
  }

  private Counted takeTable() {
    double[] taken = new double[size];
    int next = 0;
    for (int slot = 0; slot < values.length; slot++) {
      if (counts[slot] != 0) {
        taken[next++] = values[slot];
      }
    }
    Arrays.sort(taken);
    long[] occurred = new long[size];
    for (int i = 0; i < size; i++) {
      occurred[i] = counts[slot(taken[i])];
    }
    Arrays.fill(counts, 0);
    return new Counted(taken, occurred);
  }
}
