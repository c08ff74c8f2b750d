package org.folding.core.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.folding.api.metric.MetricValue;
import org.folding.core.statistics.Column;
import org.junit.jupiter.api.Test;

final class FoldedPathsTest {
  private static final Column FOLDING = new Column("m", MetricValue.share("chi", "").asHeadline());
  private static final Column OTHER = new Column("other", MetricValue.count("number", ""));

  @Test
  void theMostFoldedComesFirst() {
    FoldedPaths paths = new FoldedPaths(3);
    paths.start(List.of(OTHER, FOLDING));
    paths.accept(row(0, 10, 99, 0.25));
    paths.accept(row(1, 10, 98, 0.5));
    paths.accept(row(2, 10, 97, Double.NaN));
    paths.accept(row(3, 11, 0, 0.5)); // more flips than path 1
    paths.accept(row(4, 10, 0, 0.5)); // as path 1, but later
    paths.accept(row(5, 90, 0, 0.125));

    assertThat(paths.column()).isEqualTo("m.chi");
    assertThat(paths.paths()).extracting(FoldedPath::path).containsExactly(3L, 1L, 4L);
    assertThat(paths.paths().get(0)).isEqualTo(new FoldedPath(3, 0.5, 11, 12, 7, 8));
  }

  @Test
  void theOrderOfTheWorkDoesNotMatter() {
    List<PathBlock> blocks = new ArrayList<>();
    for (int path = 0; path < 100; path++) {
      blocks.add(row(path, path % 3, 0, path % 5 / 8.0));
    }
    // χ = 4/8 with 2 flips: path mod 5 = 4 and path mod 3 = 2, so path mod 15 = 14.
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(blocks, new Random(seed));
      FoldedPaths paths = new FoldedPaths(4);
      paths.start(List.of(OTHER, FOLDING));
      blocks.forEach(paths::accept);

      assertThat(paths.paths()).extracting(FoldedPath::path).containsExactly(14L, 29L, 44L, 59L);
    }
  }

  @Test
  void theFirstHeadlineOfTheRunDecides() {
    Column second = new Column("n", MetricValue.real("x", "").asHeadline());
    FoldedPaths paths = new FoldedPaths(1);
    paths.start(List.of(OTHER, FOLDING, second));
    paths.accept(row(0, 5, 3, 0.5, 1));
    paths.accept(row(1, 5, 4, 0.25, 2));

    assertThat(paths.column()).isEqualTo("m.chi");
    assertThat(paths.paths()).extracting(FoldedPath::path).containsExactly(0L);
  }

  @Test
  void aRunWithoutAHeadlineIsComparedByItsFirstColumn() {
    FoldedPaths paths = new FoldedPaths(1);
    paths.start(List.of(OTHER, new Column("third", MetricValue.count("x", ""))));
    paths.accept(row(0, 5, 3, 9));
    paths.accept(row(1, 5, 4, 8));

    assertThat(paths.column()).isEqualTo("other.number");
    assertThat(paths.paths()).extracting(FoldedPath::path).containsExactly(1L);
  }

  private static PathBlock row(long path, int flips, double... numbers) {
    PathBlock block = new PathBlock(path, 1, numbers.length);
    System.arraycopy(numbers, 0, block.measured(), 0, numbers.length);
    block.add(7, 8, flips, flips + 1);
    return block;
  }
}
