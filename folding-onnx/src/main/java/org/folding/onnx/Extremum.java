package org.folding.onnx;

/** Which end of several numbers is taken. */
enum Extremum {
  MAX("takes the maximum of", 1),
  MIN("takes the minimum of", -1);

  private final String verb;
  private final int sign;

  Extremum(String verb, int sign) {
    this.verb = verb;
    this.sign = sign;
  }

  /** What is done, for messages. */
  String verb() {
    return verb;
  }

  /** What to multiply numbers by before and after a maximum is taken of them. */
  int sign() {
    return sign;
  }

  double of(double a, double b) {
    return this == MAX ? Math.max(a, b) : Math.min(a, b);
  }
}
