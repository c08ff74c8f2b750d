package org.folding.core.statistics;

import java.util.Comparator;

/**
 * An ordered pair of labels.
 *
 * @param from the label of the row where a path starts
 * @param to the label of the row where it ends
 */
public record ClassPair(int from, int to) implements Comparable<ClassPair> {
  private static final Comparator<ClassPair> ORDER =
      Comparator.comparingInt(ClassPair::from).thenComparingInt(ClassPair::to);

  @Override
  public int compareTo(ClassPair other) {
    return ORDER.compare(this, other);
  }
}
