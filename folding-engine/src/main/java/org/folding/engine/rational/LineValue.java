package org.folding.engine.rational;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A value of a network along a line: element i is alpha(i) + beta(i) · t, over a power of two that
 * is one for all elements. Remembers by how much elements have changed, so that what is computed
 * from them has to be looked at no more than where they did.
 */
final class LineValue {
  private final BigInteger[] alpha;
  private final BigInteger[] beta;
  private final BigInteger[] alphaChange;
  private final BigInteger[] betaChange;
  private final boolean[] isChanged;
  private final int[] changed;
  private int count;

  LineValue(int size) {
    this.alpha = zeros(size);
    this.beta = zeros(size);
    this.alphaChange = zeros(size);
    this.betaChange = zeros(size);
    this.isChanged = new boolean[size];
    this.changed = new int[size];
  }

  private static BigInteger[] zeros(int size) {
    BigInteger[] zeros = new BigInteger[size];
    Arrays.fill(zeros, BigInteger.ZERO);
    return zeros;
  }

  int size() {
    return alpha.length;
  }

  BigInteger alpha(int i) {
    return alpha[i];
  }

  BigInteger beta(int i) {
    return beta[i];
  }

  /** Adds to what an element will change by. */
  void change(int i, BigInteger alphaBy, BigInteger betaBy) {
    if (!isChanged[i]) {
      isChanged[i] = true;
      changed[count++] = i;
    }
    alphaChange[i] = alphaChange[i].add(alphaBy);
    betaChange[i] = betaChange[i].add(betaBy);
  }

  /** Makes an element another one. */
  void set(int i, BigInteger newAlpha, BigInteger newBeta) {
    if (!newAlpha.equals(alpha[i]) || !newBeta.equals(beta[i])) {
      change(i, newAlpha.subtract(alpha[i]), newBeta.subtract(beta[i]));
    }
  }

  /** Carries the changes out; they stay known until {@link #forget}. */
  void apply() {
    for (int k = 0; k < count; k++) {
      int i = changed[k];
      alpha[i] = alpha[i].add(alphaChange[i]);
      beta[i] = beta[i].add(betaChange[i]);
    }
  }

  boolean isChanged(int i) {
    return isChanged[i];
  }

  /** How many elements have changed. */
  int changes() {
    return count;
  }

  /** The element of the k-th change. */
  int changed(int k) {
    return changed[k];
  }

  BigInteger alphaChange(int i) {
    return alphaChange[i];
  }

  BigInteger betaChange(int i) {
    return betaChange[i];
  }

  /** Ends what is known of changes. */
  void forget() {
    for (int k = 0; k < count; k++) {
      int i = changed[k];
      isChanged[i] = false;
      alphaChange[i] = BigInteger.ZERO;
      betaChange[i] = BigInteger.ZERO;
    }
    count = 0;
  }
}
