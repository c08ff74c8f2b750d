package org.folding.engine.path;

import java.util.Arrays;

/**
 * Flips of some lines, line by line, those of each in the order of time and at one time by stage.
 * Grows as needed and keeps its storage.
 */
public final class FlipList {
  private double[] time = new double[64];
  private int[] bit = new int[64];
  private int[] lineEnd = new int[16];
  private int size;
  private int lines;

  public void clear() {
    size = 0;
    lines = 0;
  }

  /** The first flip of a line. */
  public int first(int line) {
    return line == 0 ? 0 : lineEnd[line - 1];
  }

  /** The one after the last flip of a line. */
  public int end(int line) {
    return lineEnd[line];
  }

  public double time(int flip) {
    return time[flip];
  }

  public int bit(int flip) {
    return bit[flip];
  }

  /** Makes room for so many more flips. */
  public void reserve(int count) {
    if (size + count > time.length) {
      int capacity = Math.max(size + count, 2 * time.length);
      time = Arrays.copyOf(time, capacity);
      bit = Arrays.copyOf(bit, capacity);
    }
  }

  /** Adds a flip, for which room has been made. */
  public void add(double t, int bitIndex) {
    time[size] = t;
    bit[size++] = bitIndex;
  }

  /** Adds room for some flips, to be {@link #set}; returns the number of the first. */
  public int addRoom(int count) {
    // One more, which may be set but does not count.
    reserve(count + 1);
    size += count;
    return size - count;
  }

  public void set(int flip, double t, int bitIndex) {
    time[flip] = t;
    bit[flip] = bitIndex;
  }

  /** Ends a line before a flip. */
  public void endLine(int flip) {
    if (lines == lineEnd.length) {
      lineEnd = Arrays.copyOf(lineEnd, 2 * lines);
    }
    lineEnd[lines++] = flip;
  }

  /** What is added from now on belongs to the next line. */
  public void endLine() {
    endLine(size);
  }
}
