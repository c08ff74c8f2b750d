package org.folding.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast a run goes now: by the paths of the later half of the time since it was started or
 * continued. The first seconds are slow, as the JVM compiles what it runs, so an average over all
 * of them would tell for minutes that a long run takes many times as long as it will.
 */
final class Pace {
  /** Marks that lie closer than by this factor change nothing; a few dozen are kept. */
  private static final double SPACING = 1.02;

  private record Mark(double seconds, long done) {}

  private final Deque<Mark> later = new ArrayDeque<>();

  /** The last mark of the earlier half. */
  private Mark from;

  private Mark last;

  /**
   * @param before how many paths earlier processes have done
   */
  Pace(long before) {
    from = new Mark(0, before);
    last = from;
  }

  /**
   * @param seconds since the start, more than at the call before
   * @param done how many paths are done, those of earlier processes included
   */
  void add(double seconds, long done) {
    last = new Mark(seconds, done);
    while (!later.isEmpty() && later.element().seconds() <= seconds / 2) {
      from = later.remove();
    }
    if (later.isEmpty() || seconds >= SPACING * later.getLast().seconds()) {
      later.add(last);
    }
  }

  /**
   * @return paths in a second; only after a call of {@link #add}
   */
  double rate() {
    return (last.done() - from.done()) / (last.seconds() - from.seconds());
  }
}
