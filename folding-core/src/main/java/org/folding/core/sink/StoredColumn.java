package org.folding.core.sink;

import java.nio.file.Path;

/**
 * A column of a run's rows, kept in a file of its own: one number after the other, little-endian.
 *
 * @param name the column's name
 * @param type what its numbers are
 * @param file where they are
 */
record StoredColumn(String name, Type type, Path file) {

  /** What the numbers of a column are. */
  enum Type {
    /** Whole numbers of 64 bits. */
    LONG(Long.BYTES, "<i8"),
    /** Whole numbers of 32 bits. */
    INT(Integer.BYTES, "<i4"),
    /** Rows of the data, of 32 bits; −1 where there is none. */
    ROW(Integer.BYTES, "<i4"),
    /** Numbers of 64 bits; NaN where one is not defined. */
    DOUBLE(Double.BYTES, "<f8");

    private final int bytes;
    private final String numpy;

    Type(int bytes, String numpy) {
      this.bytes = bytes;
      this.numpy = numpy;
    }

    /** The size of a number. */
    int bytes() {
      return bytes;
    }

    /** NumPy's word for such numbers. */
    String numpy() {
      return numpy;
    }
  }
}
