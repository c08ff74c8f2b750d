package org.folding.api.metric;

/** A type of a later edition. */
public final class Curvature {
  public static final Object NONE = new Object();

  private Curvature() {}
}
