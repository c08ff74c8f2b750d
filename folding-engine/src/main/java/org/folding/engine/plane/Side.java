package org.folding.engine.plane;

/** Where a cell is, seen from the line on which an affine function is zero. */
enum Side {
  /** Where the function is positive. */
  POSITIVE,
  /** Where it is negative. */
  NEGATIVE,
  /** On it: the function is zero on the whole cell. */
  ZERO,
  /** On both sides. */
  BOTH
}
