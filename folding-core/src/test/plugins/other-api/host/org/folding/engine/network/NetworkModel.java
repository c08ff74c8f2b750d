package org.folding.engine.network;

/** Stands for a class of the host that is not part of the API. */
public final class NetworkModel {
  public static final Object NONE = new Object();

  private NetworkModel() {}
}
