package org.folding.engine.rational;

import java.math.BigInteger;
import java.util.Optional;

/** The signs of affine functions of t just after a time, and when they change next. */
final class LineSigns {
  // Where each function is zero; null where it is constant.
  private final LineTime[] zero;
  private final boolean[] rising;
  private final boolean[] positive;
  private LineTime now = LineTime.ZERO;

  LineSigns(int size) {
    this.zero = new LineTime[size];
    this.rising = new boolean[size];
    this.positive = new boolean[size];
  }

  /** Goes on to a time. */
  void goTo(LineTime time) {
    now = time;
  }

  /** Makes a function alpha + beta · t. */
  void set(int i, BigInteger alpha, BigInteger beta) {
    if (beta.signum() == 0) {
      zero[i] = null;
      positive[i] = alpha.signum() > 0;
    } else {
      zero[i] = LineTime.ofZero(alpha, beta);
      rising[i] = beta.signum() > 0;
      settle(i);
    }
  }

  /** Settles a function's sign at the time gone to; returns whether it is positive just after. */
  boolean settle(int i) {
    if (zero[i] != null) {
      positive[i] = rising[i] == (zero[i].compareTo(now) <= 0);
    }
    return positive[i];
  }

  boolean isPositive(int i) {
    return positive[i];
  }

  /** The first time after the one gone to at which a function is zero. */
  Optional<LineTime> next() {
    LineTime first = null;
    for (LineTime time : zero) {
      if (time != null && (first == null || time.compareTo(first) < 0) && time.compareTo(now) > 0) {
        first = time;
      }
    }
    return Optional.ofNullable(first);
  }
}
