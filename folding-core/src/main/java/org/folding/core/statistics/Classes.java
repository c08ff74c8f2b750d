package org.folding.core.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.folding.api.InvalidInputException;
import org.folding.api.data.Dataset;

/** The classes of labelled data: its different labels, and which of them each row has. */
public final class Classes {
  /** The label of each class, ascending. */
  private final int[] labels;

  /** The class of each row of the data, as an index into the labels. */
  private final int[] classes;

  /**
   * @param data labelled data
   * @param most how many different labels there may be
   * @throws InvalidInputException if there are more
   */
  public Classes(Dataset data, int most) {
    this.labels = requireFew(data, most);
    this.classes = new int[data.rows()];
    for (int row = 0; row < classes.length; row++) {
      classes[row] = Arrays.binarySearch(labels, data.label(row));
    }
  }

  /** The different labels, ascending. */
  private static int[] requireFew(Dataset data, int most) {
    int[] labels = IntStream.range(0, data.rows()).map(data::label).distinct().sorted().toArray();
    if (labels.length <= most) {
      return labels;
    }
    String more =
        labels.length <= StatisticsSettings.MOST_CLASSES
            ? ", or to " + labels.length + ", which takes memory for each pair"
            : "";
    throw new InvalidInputException(
        data
            + " has "
            + labels.length
            + " different labels, but statistics by pair of classes are made for at most "
            + most
            + ": if the labels are no classes, leave out 'data.labels'; else set"
            + " 'statistics.classes' to 0, which makes none by class"
            + more);
  }

  /** The number of classes. */
  int size() {
    return labels.length;
  }

  /** The number of ordered pairs of classes. */
  public int pairs() {
    return labels.length * labels.length;
  }

  /**
   * @param from a row of the data
   * @param to a row of the data
   * @return the number of the pair of their classes, from 0 to pairs − 1, in the order of {@link
   *     ClassPair}
   */
  public int pairOfRows(int from, int to) {
    return classes[from] * labels.length + classes[to];
  }

  /**
   * @param pair from 0 to pairs − 1
   * @return the labels of that pair
   */
  public ClassPair pair(int pair) {
    return new ClassPair(labels[pair / labels.length], labels[pair % labels.length]);
  }
}
