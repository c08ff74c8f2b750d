package org.folding.core.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.folding.api.data.Dataset;
import org.folding.api.metric.MetricValue;
import org.junit.jupiter.api.Test;

final class StatisticsSinkTest {
  private static final Column FOLDING = new Column("range", MetricValue.real("folding", ""));

  @Test
  void gathersByOrderedPairOfLabels() {
    PathBlock block = new PathBlock(0, 6, 1);
    add(block, 0, 1, 0.25); // labels 7 → 9
    add(block, 0, 1, 0.75);
    add(block, 1, 0, 0.5); // 9 → 7
    add(block, 0, 2, 0.0); // 7 → 7
    add(block, 0, 2, 0.125);
    add(block, -1, 2, 0.9); // starts at no row

    PathStatistics statistics = gather(Optional.of(new Labels(7, 9, 7)), block);

    assertThat(statistics.paths()).isEqualTo(6);
    assertThat(statistics.of("range", "folding").orElseThrow().max()).isEqualTo(0.9);
    assertThat(statistics.classes().keySet())
        .containsExactly(new ClassPair(7, 7), new ClassPair(7, 9), new ClassPair(9, 7));
    assertThat(statistics.classes().get(new ClassPair(7, 9)).get(0).statistics().mean())
        .isEqualTo(0.5);
    assertThat(statistics.medianOfMaxima()).hasValue(0.5); // of 0.125, 0.75, 0.5
  }

  @Test
  void withoutLabelsThereAreNoClasses() {
    PathBlock block = new PathBlock(0, 1, 1);
    add(block, 0, 1, 0.25);

    PathStatistics statistics = gather(Optional.empty(), block);

    assertThat(statistics.classes()).isEmpty();
    assertThat(statistics.medianOfMaxima()).isEmpty();
    assertThat(statistics.of("range", "total")).isEmpty();
  }

  private static PathStatistics gather(Optional<Dataset> data, PathBlock block) {
    StatisticsSink sink = new StatisticsSink(data);
    sink.start(List.of(FOLDING));
    sink.accept(block);
    return sink.statistics();
  }

  private static void add(PathBlock block, int from, int to, double folding) {
    block.measured()[block.offset()] = folding;
    block.add(from, to, 1, 2);
  }

  private record Labels(int... labels) implements Dataset {
    @Override
    public int rows() {
      return labels.length;
    }

    @Override
    public int width() {
      return 1;
    }

    @Override
    public void copyRow(int row, double[] target, int offset) {
      target[offset] = row;
    }

    @Override
    public boolean labelled() {
      return true;
    }

    @Override
    public int label(int row) {
      return labels[row];
    }
  }
}
