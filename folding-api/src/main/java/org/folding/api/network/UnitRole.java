package org.folding.api.network;

import java.util.Locale;

/**
 * What the units of an activation layer are for. {@code walk.count=hidden} counts the hidden ones
 * only, {@code all} counts every one.
 */
public enum UnitRole {
  /** An ordinary hidden layer. */
  HIDDEN,
  /** A linear map written with ReLU, such as the projections of CantorNet A. */
  PROJECTION,
  /** An activation on the network's output. */
  READOUT;

  /**
   * @return the word that users read and write
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
