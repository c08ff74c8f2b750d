package org.folding.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.Waypoint;
import org.junit.jupiter.api.Test;

final class PathSampleTest {

  @Test
  void drawsDifferentPathsInTheirOrder() {
    List<Long> numbers = numbers(PathSample.of(paths(1_000_000_000_000L), 1000, 7));

    assertThat(numbers).hasSize(1000).doesNotHaveDuplicates().isSorted();
    assertThat(numbers.get(0)).isNotNegative();
    assertThat(numbers.get(999)).isLessThan(1_000_000_000_000L);
    // The mean of 1000 uniform draws is within 6 of its standard deviations of 1/2.
    assertThat(numbers.stream().mapToLong(Long::longValue).average().orElseThrow())
        .isBetween(0.445e12, 0.555e12);
  }

  @Test
  void dependsOnTheSeedAlone() {
    assertThat(numbers(PathSample.of(paths(5000), 50, 1)))
        .isEqualTo(numbers(PathSample.of(paths(5000), 50, 1)))
        .isNotEqualTo(numbers(PathSample.of(paths(5000), 50, 2)));
  }

  @Test
  void takesAllWhereThereAreNoMore() {
    assertThat(numbers(PathSample.of(paths(3), 3, 1))).containsExactly(0L, 1L, 2L);
    assertThat(numbers(PathSample.of(paths(3), 100, 1))).containsExactly(0L, 1L, 2L);
    assertThat(numbers(PathSample.of(paths(4), 3, 1))).hasSize(3).doesNotHaveDuplicates();
  }

  /** Paths that start at their number. */
  private static PathGenerator paths(long count) {
    return new PathGenerator() {
      @Override
      public long count() {
        return count;
      }

      @Override
      public InputPath path(long index) {
        return new InputPath(List.of(Waypoint.point((double) index), Waypoint.point(0)));
      }
    };
  }

  private static List<Long> numbers(PathGenerator paths) {
    List<Long> numbers = new ArrayList<>();
    for (long i = 0; i < paths.count(); i++) {
      numbers.add((long) paths.path(i).start().coordinates()[0]);
    }
    return numbers;
  }
}
