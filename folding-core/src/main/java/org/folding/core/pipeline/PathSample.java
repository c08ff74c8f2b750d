package org.folding.core.pipeline;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathGenerator;

/** Some of a generator's paths, in their order. */
final class PathSample implements PathGenerator {
  private final PathGenerator all;
  private final long[] numbers;

  private PathSample(PathGenerator all, long[] numbers) {
    this.all = all;
    this.numbers = numbers;
  }

  /**
   * Draws paths, none twice, all equally likely (R. W. Floyd, doi:10.1145/30401.315746).
   *
   * @param size how many; all where there are no more
   * @param seed what the draw depends on
   */
  static PathGenerator of(PathGenerator all, int size, long seed) {
    long count = all.count();
    if (size >= count) {
      return all;
    }
    SplittableRandom random = new SplittableRandom(seed);
    TreeSet<Long> chosen = new TreeSet<>();
    for (long last = count - size; last < count; last++) {
      if (!chosen.add(random.nextLong(last + 1))) {
        chosen.add(last);
      }
    }
    return new PathSample(all, chosen.stream().mapToLong(Long::longValue).toArray());
  }

  /** The index of a path among all. */
  long number(long index) {
    return numbers[Math.toIntExact(index)];
  }

  @Override
  public long count() {
    return numbers.length;
  }

  @Override
  public InputPath path(long index) {
    return all.path(number(index));
  }
}
