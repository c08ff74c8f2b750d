package org.folding.core.path;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.folding.api.InvalidInputException;
import org.folding.api.Options;
import org.folding.api.data.Dataset;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;

/**
 * Lines between all ordered pairs (i, j), i ≠ j, of rows of labelled data, also of one class. The
 * pairs i &lt; j follow each other with i ascending, then j ascending; each line there is followed
 * by the line back, for which little is left to compute. Paths are computed from their index, as
 * 10^4 rows have 10^8 of them.
 */
final class ClassPairs implements PathGenerator {
  private final int[] rows;

  private ClassPairs(int[] rows) {
    this.rows = rows;
  }

  static ClassPairs of(Options options, PathContext context) {
    int[] rows = rows(options, context);
    if (rows.length < 2) {
      throw new InvalidInputException(
          "'"
              + options.fullKey("between")
              + "=classes' needs two rows or more, but only one is there to take");
    }
    return new ClassPairs(rows);
  }

  /** The rows that lines may run between, in the order of the data, which has labels. */
  static int[] rows(Options options, PathContext context) {
    String key = options.fullKey("between");
    Dataset data = context.requireData(key);
    if (!data.labelled()) {
      throw new InvalidInputException(
          "'" + key + "=classes' needs labels: set 'data.labels' to a file");
    }
    return options.has("per-class")
        ? firstOfEachClass(data, options.integer("per-class", 1, Long.MAX_VALUE))
        : IntStream.range(0, data.rows()).toArray();
  }

  private static int[] firstOfEachClass(Dataset data, long perClass) {
    Map<Integer, Long> taken = new HashMap<>();
    return IntStream.range(0, data.rows())
        .filter(row -> taken.merge(data.label(row), 1L, Long::sum) <= perClass)
        .toArray();
  }

  @Override
  public long count() {
    return rows.length * (rows.length - 1L);
  }

  @Override
  public InputPath path(long index) {
    Objects.checkIndex(index, count());
    long pair = index / 2;
    int i = first(pair);
    int from = rows[i];
    int to = rows[(int) (pair - pairsBefore(i)) + i + 1];
    return index % 2 == 0 ? InputPath.betweenRows(from, to) : InputPath.betweenRows(to, from);
  }

  /** How many pairs have a lower first row than row i, counted from 0. */
  private long pairsBefore(int i) {
    return i * (2L * rows.length - i - 1) / 2;
  }

  /** The first row of a pair: the last i with no more pairs before it. */
  private int first(long pair) {
    double twice = 2.0 * rows.length - 1;
    // The root of the quadratic; rounding may put it next to the right row.
    int i = (int) ((twice - Math.sqrt(twice * twice - 8.0 * pair)) / 2);
    while (pairsBefore(i) > pair) {
      i--;
    }
    while (pairsBefore(i + 1) <= pair) {
      i++;
    }
    return i;
  }
}
