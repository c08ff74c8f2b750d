package org.folding.engine.kernel;

/** Thrown where the CPU's vectors are shorter than the kernels need; the message says how short. */
final class VectorsTooShortException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int bits;

  /**
   * @param bits how long the CPU's vectors are
   */
  VectorsTooShortException(int bits) {
    super(words(bits));
    this.bits = bits;
  }

  /** What speaks against vectors. */
  String obstacle() {
    return words(bits);
  }

  private static String words(int bits) {
    return "the CPU has vectors of " + bits + " bits, and the kernels need 256 or more";
  }
}
