package org.folding.api.walk;

import org.folding.api.path.InputPath;

/**
 * The walk Γ = (π_1, …, π_m) along a path: the first pattern π_1 and the flips in the order of time
 * (definitions of arXiv 2502.09954, section 3).
 *
 * <p>Flips that happen at the same time form one <em>step</em>; a walk of m patterns has m − 1
 * steps. Step s, from 0, leads from π_{s+1} to π_{s+2} and consists of the flips {@code
 * firstFlip(s)} to {@code firstFlip(s + 1) − 1}, no bit twice. There is no order among the flips of
 * one step: a measure must not look at states that lie between them.
 *
 * <p>In a sampled walk a step stands between two neighbouring sample points whose patterns differ;
 * repeated patterns, which change no measure, are not kept. A walk is valid only during the call
 * that it is handed to, as its storage is used again for the next path.
 */
public interface Walk {

  /**
   * @return how the walk was obtained
   */
  WalkMode mode();

  /**
   * @return the path walked along
   */
  InputPath path();

  /**
   * @return what the bits of a pattern stand for
   */
  CountedUnits units();

  /**
   * @param bit from 0 to {@code units().bits()} − 1
   * @return whether that bit of the first pattern π_1 is 1
   */
  boolean startBit(int bit);

  /**
   * @return the number of steps, m − 1
   */
  int steps();

  /**
   * The time of a step.
   *
   * @param step from 0 to steps − 1
   * @return t in [0, 1], strictly rising from step to step: where the pattern changes; in a sampled
   *     walk the first sample point that has the new pattern
   */
  double time(int step);

  /**
   * @param step from 0 to steps
   * @return the index of the step's first flip; for {@code steps()} the number of flips
   */
  int firstFlip(int step);

  /**
   * @param flip from 0 to flips − 1, in the order of time
   * @return the bit that changes
   */
  int bit(int flip);

  /**
   * @return the number of flips, which is r2(Γ) = Σ_i d_H(π_i, π_{i+1})
   */
  default int flips() {
    return firstFlip(steps());
  }

  /**
   * @return the number m of patterns of the walk, each a region that the path runs through
   */
  default int regions() {
    return steps() + 1;
  }
}
