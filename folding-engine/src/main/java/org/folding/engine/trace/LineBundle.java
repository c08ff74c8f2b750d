package org.folding.engine.trace;

import org.folding.engine.chain.ChainPoint;

/** Some straight lines that are traced together. */
final class LineBundle {
  private final ChainPoint[] from;
  private final ChainPoint[] to;
  private int size;

  LineBundle(int most) {
    this.from = new ChainPoint[most];
    this.to = new ChainPoint[most];
  }

  void clear() {
    size = 0;
  }

  /** Adds the line from one point, at t = 0, to another, at t = 1. */
  void add(ChainPoint start, ChainPoint end) {
    from[size] = start;
    to[size++] = end;
  }

  boolean isFull() {
    return size == from.length;
  }

  int size() {
    return size;
  }

  ChainPoint from(int line) {
    return from[line];
  }

  ChainPoint to(int line) {
    return to[line];
  }
}
