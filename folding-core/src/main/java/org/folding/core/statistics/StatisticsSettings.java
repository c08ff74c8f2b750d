package org.folding.core.statistics;

/**
 * How much memory statistics may take, whatever the number of paths.
 *
 * @param values how many distinct values of a column are kept over all paths, at least {@link
 *     #LEAST_VALUES}. Up to so many, quantiles are exact; beyond, near values share a bin
 * @param classes the greatest number of different labels for which there are statistics by ordered
 *     pair of labels, 0 to {@link #MOST_CLASSES}; 0 makes none
 */
public record StatisticsSettings(int values, int classes) {
  /** With fewer, medians of most measures would be off by more than a tenth. */
  public static final int LEAST_VALUES = 100;

  /** Beyond, they would take several GB for each column. */
  public static final int MOST_VALUES = 100_000_000;

  /** A thousand labels make a million pairs. */
  public static final int MOST_CLASSES = 1000;

  /** What a run does if nothing else is asked for. */
  public static final StatisticsSettings DEFAULT = new StatisticsSettings(100_000, 100);

  /**
   * The pairs of labels share so many times the values of all paths. With ten labels each pair has
   * a quarter of them; all of them take 40 MB a column at most.
   */
  private static final int SHARED_BY_PAIRS = 25;

  /** Checks the bounds. */
  public StatisticsSettings {
    if (values < LEAST_VALUES || values > MOST_VALUES) {
      throw new IllegalArgumentException(
          "values is " + values + " but must be from " + LEAST_VALUES + " to " + MOST_VALUES);
    }
    if (classes < 0 || classes > MOST_CLASSES) {
      throw new IllegalArgumentException(
          "classes is " + classes + " but must be from 0 to " + MOST_CLASSES);
    }
  }

  /**
   * @param labels how many different labels there are, at least 1
   * @return how many distinct values of a column are kept for each ordered pair of labels
   */
  int valuesOfPair(int labels) {
    long share = (long) SHARED_BY_PAIRS * values / ((long) labels * labels);
    return (int) Math.max(LEAST_VALUES, Math.min(values, share));
  }
}
