package org.folding.core.data;

/** Numbers as compact as the file had them, read as float64. Immutable. */
interface Values {

  /** How many there are. */
  int size();

  /** The value at an index. */
  double get(int index);

  /** What numbers are kept in; each holds its kind of value exactly. */
  enum Storage {
    /** Whole numbers from 0 to 255. */
    BYTES,
    /** Values that float32 holds. */
    FLOATS,
    /** Any. */
    DOUBLES
  }

  /** Unsigned bytes. */
  record Bytes(byte[] values, int size) implements Values {
    @Override
    public double get(int index) {
      return values[index] & 0xff;
    }
  }

  /** float32 values. */
  record Floats(float[] values, int size) implements Values {
    @Override
    public double get(int index) {
      return values[index];
    }
  }

  /** float64 values. */
  record Doubles(double[] values, int size) implements Values {
    @Override
    public double get(int index) {
      return values[index];
    }
  }
}
