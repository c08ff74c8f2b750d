package org.folding.core.data;

import java.nio.ByteBuffer;
import org.folding.core.data.Values.Storage;

/** The number types of binary files. */
enum ElementType {
  BOOL(1, Storage.BYTES),
  UINT8(1, Storage.BYTES),
  INT8(1, Storage.FLOATS),
  UINT16(2, Storage.FLOATS),
  INT16(2, Storage.FLOATS),
  UINT32(4, Storage.DOUBLES),
  INT32(4, Storage.DOUBLES),
  UINT64(8, Storage.DOUBLES),
  INT64(8, Storage.DOUBLES),
  FLOAT16(2, Storage.FLOATS),
  FLOAT32(4, Storage.FLOATS),
  FLOAT64(8, Storage.DOUBLES);

  private final int bytes;
  private final Storage storage;

  ElementType(int bytes, Storage storage) {
    this.bytes = bytes;
    this.storage = storage;
  }

  /** The length of a value in the file. */
  int bytes() {
    return bytes;
  }

  /** What values of this type are kept in. */
  Storage storage() {
    return storage;
  }

  /** Reads the value at a byte offset; 64-bit integers are rounded to float64. */
  double read(ByteBuffer buffer, int offset) {
    return switch (this) {
      case BOOL -> buffer.get(offset) == 0 ? 0 : 1;
      case UINT8 -> buffer.get(offset) & 0xff;
      case INT8 -> buffer.get(offset);
      case UINT16 -> buffer.getShort(offset) & 0xffff;
      case INT16 -> buffer.getShort(offset);
      case UINT32 -> buffer.getInt(offset) & 0xffffffffL;
      case INT32 -> buffer.getInt(offset);
      case UINT64 -> unsigned(buffer.getLong(offset));
      case INT64 -> (double) buffer.getLong(offset);
      case FLOAT16 -> half(buffer.getShort(offset));
      case FLOAT32 -> buffer.getFloat(offset);
      case FLOAT64 -> buffer.getDouble(offset);
    };
  }

  /** Rounds once: the lowest bit is kept sticky while the value is halved to fit a sign. */
  private static double unsigned(long bits) {
    return bits >= 0 ? (double) bits : 2.0 * (double) ((bits >>> 1) | (bits & 1));
  }

  /** IEEE 754 binary16: one sign bit, five of the exponent, ten of the fraction. */
  private static double half(short bits) {
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    double magnitude;
    if (exponent == 0x1f) {
      magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else if (exponent == 0) {
      magnitude = fraction * 0x1p-24;
    } else {
      magnitude = Math.scalb((double) (0x400 | fraction), exponent - 25);
    }
    return bits < 0 ? -magnitude : magnitude;
  }
}
