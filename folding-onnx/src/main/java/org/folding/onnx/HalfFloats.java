package org.folding.onnx;

/** Numbers of 16 bits, which Java 17 has no type for. */
final class HalfFloats {
  private HalfFloats() {}

  /**
   * @param bits an IEEE 754 binary16 number in the low 16 bits
   * @return its value, exactly
   */
  static double fromFloat16(int bits) {
    int exponent = (bits >>> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    double magnitude;
    if (exponent == 0) {
      magnitude = Math.scalb((double) fraction, -24);
    } else if (exponent == 0x1f) {
      magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else {
      magnitude = Math.scalb((double) (fraction | 0x400), exponent - 25);
    }
    return (bits & 0x8000) == 0 ? magnitude : -magnitude;
  }

  /**
   * @param bits a bfloat16 number, the upper half of a binary32, in the low 16 bits
   * @return its value, exactly
   */
  static double fromBfloat16(int bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  /**
   * @param value a value that binary16 holds exactly as a normal number, or zero
   * @return its bits
   */
  static short toFloat16(double value) {
    if (value == 0) {
      return 0;
    }
    int exponent = Math.getExponent(value);
    int fraction = (int) Math.scalb(Math.abs(value), 10 - exponent) & 0x3ff;
    return (short) ((value < 0 ? 0x8000 : 0) | (exponent + 15) << 10 | fraction);
  }

  /**
   * @param value a value that bfloat16 holds exactly
   * @return its bits
   */
  static short toBfloat16(double value) {
    return (short) (Float.floatToIntBits((float) value) >>> 16);
  }
}
