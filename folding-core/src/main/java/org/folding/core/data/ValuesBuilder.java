package org.folding.core.data;

import java.util.Arrays;
import org.folding.core.data.Values.Storage;

/** Collects values, growing with what arrives and never with what a header promises. */
final class ValuesBuilder {
  /** The longest array that every JVM can allocate. */
  static final int GREATEST_SIZE = Integer.MAX_VALUE - 8;

  private static final int UNCHECKED_CAPACITY = 1 << 16;

  private final Storage storage;
  private byte[] bytes = {};
  private float[] floats = {};
  private double[] doubles = {};
  private int capacity;
  private int size;

  /** For as many values as are certain to come. */
  ValuesBuilder(Storage storage, int count) {
    this.storage = storage;
    grow(count);
  }

  /** For a number of values that nothing vouches for. */
  static ValuesBuilder growing(Storage storage, int announced) {
    return new ValuesBuilder(storage, Math.min(announced, UNCHECKED_CAPACITY));
  }

  private void grow(int newCapacity) {
    capacity = newCapacity;
    switch (storage) {
      case BYTES -> bytes = Arrays.copyOf(bytes, newCapacity);
      case FLOATS -> floats = Arrays.copyOf(floats, newCapacity);
      case DOUBLES -> doubles = Arrays.copyOf(doubles, newCapacity);
    }
  }

  private void reserve(int more) {
    if (size + (long) more > capacity) {
      grow((int) Math.min(GREATEST_SIZE, Math.max(size + (long) more, 2L * capacity)));
    }
  }

  int size() {
    return size;
  }

  /** Appends a value that the storage holds exactly. */
  void add(double value) {
    reserve(1);
    switch (storage) {
      case BYTES -> bytes[size] = (byte) (int) value;
      case FLOATS -> floats[size] = (float) value;
      case DOUBLES -> doubles[size] = value;
    }
    size++;
  }

  /** Appends unsigned bytes. */
  void addBytes(byte[] values, int count) {
    reserve(count);
    System.arraycopy(values, 0, bytes, size, count);
    size += count;
  }

  /** Hands the values over; the builder is of no use after. */
  Values build() {
    return switch (storage) {
      case BYTES -> new Values.Bytes(bytes, size);
      case FLOATS -> new Values.Floats(floats, size);
      case DOUBLES -> new Values.Doubles(doubles, size);
    };
  }
}
