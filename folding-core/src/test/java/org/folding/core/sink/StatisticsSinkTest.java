package org.folding.core.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folding.api.InvalidInputException;
import org.folding.api.data.Dataset;
import org.folding.api.metric.MetricValue;
import org.folding.core.statistics.ClassPair;
import org.folding.core.statistics.Column;
import org.folding.core.statistics.PathStatistics;
import org.folding.core.statistics.StatisticsSettings;
import org.junit.jupiter.api.Test;

final class StatisticsSinkTest {
  private static final Column FOLDING =
      new Column("range", MetricValue.share("folding", "").asHeadline());
  private static final Column SECOND =
      new Column("other", MetricValue.count("depth", "").asHeadline());
  private static final Column PLAIN = new Column("other", MetricValue.count("width", ""));

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
    assertThat(statistics.medianOfMaxima(FOLDING)).hasValue(0.5); // of 0.125, 0.75, 0.5
  }

  @Test
  void eachHeadlineHasAMedianOfMaxima() {
    StatisticsSink sink =
        new StatisticsSink(Optional.of(new Labels(7, 9)), StatisticsSettings.DEFAULT);
    sink.start(List.of(PLAIN, FOLDING, SECOND));
    PathBlock block = new PathBlock(0, 3, 3);
    for (double[] row : new double[][] {{9, 0.25, 3}, {9, 0.5, 2}}) {
      System.arraycopy(row, 0, block.measured(), block.offset(), 3);
      block.add(0, 1, 1, 2);
    }
    System.arraycopy(new double[] {9, 0.75, 6}, 0, block.measured(), block.offset(), 3);
    block.add(1, 0, 1, 2);
    sink.accept(block);

    PathStatistics statistics = sink.statistics();

    assertThat(statistics.medianOfMaxima(FOLDING)).hasValue(0.625); // of 0.5 and 0.75
    assertThat(statistics.medianOfMaxima(SECOND)).hasValue(4.5); // of 3 and 6
    assertThat(statistics.medianOfMaxima(PLAIN)).isEmpty();
    assertThat(statistics.headline().orElseThrow().column()).isEqualTo(FOLDING);
  }

  @Test
  void withoutLabelsThereAreNoClasses() {
    PathBlock block = new PathBlock(0, 1, 1);
    add(block, 0, 1, 0.25);

    PathStatistics statistics = gather(Optional.empty(), block);

    assertThat(statistics.classes()).isEmpty();
    assertThat(statistics.medianOfMaxima(FOLDING)).isEmpty();
    assertThat(statistics.of("range", "total")).isEmpty();
  }

  @Test
  void withNoClassesThereAreOnlyStatisticsOfAllPaths() {
    StatisticsSink sink =
        new StatisticsSink(Optional.of(new Labels(1, 2, 3)), new StatisticsSettings(100, 0));
    sink.start(List.of(FOLDING));
    PathBlock block = new PathBlock(0, 1, 1);
    add(block, 0, 1, 0.25);
    sink.accept(block);

    assertThat(sink.statistics().classes()).isEmpty();
    assertThat(sink.statistics().medianOfMaxima(FOLDING)).isEmpty();
    assertThat(sink.statistics().of("range", "folding").orElseThrow().median()).isEqualTo(0.25);
  }

  @Test
  void targetsOfARegressionAreRefusedAsClasses() {
    Dataset targets = new Labels(IntStream.range(0, 1001).toArray());
    StatisticsSettings most = new StatisticsSettings(100, 1000);

    assertThatThrownBy(() -> new StatisticsSink(Optional.of(targets), most))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "targets.csv has 1001 different labels, but statistics by pair of classes are made for"
                + " at most 1000: if the labels are no classes, leave out 'data.labels'; else set"
                + " 'statistics.classes' to 0, which makes none by class");
    assertThatThrownBy(
            () ->
                new StatisticsSink(
                    Optional.of(new Labels(5, 6, 7, 5)), new StatisticsSettings(100, 2)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("has 3 different labels")
        .hasMessageEndingWith("or to 3, which takes memory for each pair");
  }

  /** A thousand classes are the most that a run may have. */
  @Test
  void asManyClassesAsPossibleAreOffered() {
    Dataset targets = new Labels(IntStream.range(0, 1000).toArray());

    assertThatThrownBy(() -> new StatisticsSink(Optional.of(targets), StatisticsSettings.DEFAULT))
        .hasMessageEndingWith("or to 1000, which takes memory for each pair");
  }

  /** Ten labels make 100 pairs, which share 25 times the 1000 values: 250 each. */
  @Test
  void pairsShareWhatIsKept() {
    StatisticsSink sink =
        new StatisticsSink(
            Optional.of(new Labels(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)),
            new StatisticsSettings(1000, 100));
    sink.start(List.of(FOLDING));
    PathBlock block = new PathBlock(0, 501, 1);
    for (int i = 0; i < 250; i++) {
      add(block, 0, 1, 1 + i / 250.0);
      add(block, 2, 3, 1 + i / 251.0);
    }
    add(block, 2, 3, 1 + 250 / 251.0);

    sink.accept(block);

    PathStatistics statistics = sink.statistics();
    assertThat(statistics.of("range", "folding").orElseThrow().exactQuantiles()).isTrue();
    assertThat(error(statistics, 0, 1)).isZero();
    // 251 numbers in one octave need 2^7 bins, which is the greatest power of 2 below 250.
    assertThat(error(statistics, 2, 3)).isEqualTo(1.0 / 128);
  }

  private static double error(PathStatistics statistics, int from, int to) {
    return statistics.classes().get(new ClassPair(from, to)).get(0).statistics().quantileError();
  }

  private static PathStatistics gather(Optional<Dataset> data, PathBlock block) {
    StatisticsSink sink = new StatisticsSink(data, StatisticsSettings.DEFAULT);
    sink.start(List.of(FOLDING));
    sink.accept(block);
    return sink.statistics();
  }

  private static void add(PathBlock block, int from, int to, double folding) {
    block.measured()[block.offset()] = folding;
    block.add(from, to, 1, 2);
  }
}
