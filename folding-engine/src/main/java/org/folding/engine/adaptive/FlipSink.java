package org.folding.engine.adaptive;

/** Receives the walk that a search found. */
public interface FlipSink {

  /**
   * Called once for each counted bit, before any flip.
   *
   * @param bit the number of a counted bit
   * @param value whether it is 1 in the first pattern
   */
  void start(int bit, boolean value);

  /**
   * @param time where the bit flips, in the order of time; flips of one time form one step
   * @param bit the number of a counted bit; twice at one time if it touches zero there
   */
  void flip(double time, int bit);
}
