package org.folding.core.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.folding.api.InvalidInputException;
import org.folding.api.Options;
import org.folding.api.data.Dataset;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;

/**
 * For each ordered pair of classes the same number of lines, drawn at random with replacement from
 * all ordered pairs (i, j), i ≠ j, of rows of these classes: a sample of {@link ClassPairs},
 * stratified by the pair of classes. The pairs of classes follow each other in the order of their
 * labels. A line derives from the seed and its index alone.
 */
final class DrawnClassPairs implements PathGenerator {
  /** The rows of each class, by rising label. */
  private final List<int[]> classes;

  /** Pairs of classes that have a pair of rows: not (a, a) where a has one row only. */
  private final List<int[]> pairs;

  private final long perPair;
  private final long seed;

  private DrawnClassPairs(List<int[]> classes, List<int[]> pairs, long perPair, long seed) {
    this.classes = classes;
    this.pairs = pairs;
    this.perPair = perPair;
    this.seed = seed;
  }

  static DrawnClassPairs of(Options options, PathContext context) {
    Dataset data = context.requireData(options.fullKey("between"));
    TreeMap<Integer, List<Integer>> rows = new TreeMap<>();
    for (int row : ClassPairs.rows(options, context)) {
      rows.computeIfAbsent(data.label(row), label -> new ArrayList<>()).add(row);
    }
    List<int[]> classes =
        rows.values().stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toList();
    List<int[]> pairs = new ArrayList<>();
    for (int from = 0; from < classes.size(); from++) {
      for (int to = 0; to < classes.size(); to++) {
        if (from != to || classes.get(from).length > 1) {
          pairs.add(new int[] {from, to});
        }
      }
    }
    if (pairs.isEmpty()) {
      throw new InvalidInputException(
          "'"
              + options.fullKey("between")
              + "=classes' needs two rows or more, but only one is there to take");
    }
    long perPair = options.integer("per-pair", 1, Long.MAX_VALUE / pairs.size());
    return new DrawnClassPairs(classes, pairs, perPair, context.seed());
  }

  @Override
  public long count() {
    return perPair * pairs.size();
  }

  @Override
  public InputPath path(long index) {
    Objects.checkIndex(index, count());
    int[] pair = pairs.get((int) (index / perPair));
    int[] from = classes.get(pair[0]);
    int[] to = classes.get(pair[1]);
    PathRandom random = new PathRandom(seed, index);
    int i = random.below(from.length);
    if (pair[0] != pair[1]) {
      return InputPath.betweenRows(from[i], to[random.below(to.length)]);
    }
    int j = random.below(to.length - 1);
    return InputPath.betweenRows(from[i], to[j < i ? j : j + 1]);
  }
}
