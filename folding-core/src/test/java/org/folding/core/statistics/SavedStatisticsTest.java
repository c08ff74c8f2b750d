package org.folding.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.folding.api.data.Dataset;
import org.folding.api.metric.MetricValue;
import org.folding.core.output.Saveable;
import org.junit.jupiter.api.Test;

/** Statistics that were written down, read elsewhere and merged are those of all numbers. */
final class SavedStatisticsTest {
  private static final StatisticsSettings SETTINGS = new StatisticsSettings(100, 10);

  @Test
  void anAggregateGoesOnWhereItWasSaved() throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    for (int limit : new int[] {1000, 16}) {
      Aggregate whole = new Aggregate(limit);
      Aggregate saved = new Aggregate(limit);
      for (int i = 0; i < 900; i++) {
        double number = i % 7 == 0 ? 0 : random.nextDouble(-1, 3);
        whole.add(number);
        saved.add(number);
        if (i % 300 == 299) {
          saved = Aggregate.restored(limit, written(saved::save));
        }
      }

      assertThat(saved.statistics()).isEqualTo(whole.statistics());
      assertThat(numbers(saved)).isEqualTo(numbers(whole));
    }
  }

  @Test
  void severalAggregatesAreSavedInOrder() throws IOException {
    Aggregate[] aggregates = Aggregate.several(3, 100);
    for (int i = 0; i < 3; i++) {
      aggregates[i].add(i + 1);
    }

    Aggregate[] restored =
        Aggregate.restoredAll(3, 100, written(out -> Aggregate.saveAll(aggregates, out)));

    assertThat(restored).extracting(a -> a.statistics().mean()).containsExactly(1.0, 2.0, 3.0);
  }

  @Test
  void aHistogramGoesOnWhereItWasSaved() throws IOException {
    Histogram histogram = new Histogram();
    for (double number : new double[] {0, 0, 0.005, 0.995, 0.995, 1}) {
      histogram.add(number);
    }
    Histogram restored = new Histogram();
    restored.restore(written(histogram::save));
    restored.add(0.015);

    assertThat(restored.zeros()).isEqualTo(2);
    assertThat(restored.counts()).hasSize(100).startsWith(1, 1, 0).endsWith(0, 3);
  }

  /** Labels 5 and 9: only the pairs 5 → 9 and 9 → 9 occur. */
  @Test
  void pairsAreSavedAndMerged() throws IOException {
    Dataset data = new LabelledRows(9, 5, 9, 5);
    PairAggregates pairs = new PairAggregates(data, SETTINGS);
    pairs.of(1, 0, 2)[0].add(1);
    pairs.of(3, 2, 2)[0].add(3);
    pairs.of(3, 2, 2)[1].add(7);
    PairAggregates other = new PairAggregates(data, SETTINGS);
    other.of(3, 0, 2)[0].add(8);
    other.of(0, 2, 2)[0].add(5);
    PairAggregates restored = new PairAggregates(data, SETTINGS);
    restored.restore(2, written(pairs::save));

    restored.merge(other);

    assertThat(restored.map(aggregates -> numbers(aggregates[0])))
        .containsExactly(
            Map.entry(new ClassPair(5, 9), List.of("1.0 x 1", "3.0 x 1", "8.0 x 1")),
            Map.entry(new ClassPair(9, 9), List.of("5.0 x 1")));
    assertThat(restored.map(aggregates -> numbers(aggregates[1])))
        .containsExactly(
            Map.entry(new ClassPair(5, 9), List.of("7.0 x 1")),
            Map.entry(new ClassPair(9, 9), List.of()));
    // The merged ones stay apart.
    restored.of(0, 2, 2)[0].add(6);
    assertThat(other.map(aggregates -> numbers(aggregates[0])).get(new ClassPair(9, 9)))
        .containsExactly("5.0 x 1");
  }

  @Test
  void pairsOfClassesAreNumberedInTheirOrder() {
    Classes classes = new Classes(new LabelledRows(9, 5, 7, 5), 3);
    List<ClassPair> pairs = new ArrayList<>();
    for (int pair = 0; pair < classes.pairs(); pair++) {
      pairs.add(classes.pair(pair));
    }

    assertThat(classes.size()).isEqualTo(3);
    assertThat(pairs)
        .extracting(pair -> pair.from() + ">" + pair.to())
        .containsExactly("5>5", "5>7", "5>9", "7>5", "7>7", "7>9", "9>5", "9>7", "9>9");
    assertThat(pairs).isSorted();
    assertThat(classes.pairOfRows(0, 2)).isEqualTo(7);
    assertThat(classes.pairOfRows(3, 1)).isZero();
  }

  @Test
  void theSettingsHaveBounds() {
    assertThat(new StatisticsSettings(100, 0).values()).isEqualTo(100);
    assertThat(new StatisticsSettings(100_000_000, 1000).classes()).isEqualTo(1000);
    assertThatThrownBy(() -> new StatisticsSettings(99, 0))
        .hasMessage("values is 99 but must be from 100 to 100000000");
    assertThatThrownBy(() -> new StatisticsSettings(100_000_001, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StatisticsSettings(100, -1))
        .hasMessage("classes is -1 but must be from 0 to 1000");
    assertThatThrownBy(() -> new StatisticsSettings(100, 1001))
        .isInstanceOf(IllegalArgumentException.class);
    // A quarter of the values for each of 100 pairs; all of them, or a hundred, at the ends.
    assertThat(new StatisticsSettings(10_000, 100).valuesOfPair(10)).isEqualTo(2500);
    assertThat(new StatisticsSettings(10_000, 100).valuesOfPair(5)).isEqualTo(10_000);
    assertThat(new StatisticsSettings(10_000, 100).valuesOfPair(1)).isEqualTo(10_000);
    assertThat(new StatisticsSettings(10_000, 100).valuesOfPair(100)).isEqualTo(100);
    assertThat(new StatisticsSettings(100_000_000, 1000).valuesOfPair(10)).isEqualTo(25_000_000);
  }

  @Test
  void aVisitorSeesTheLastNumberToo() {
    Aggregate aggregate = new Aggregate();
    aggregate.add(5);
    aggregate.add(5);

    assertThat(numbers(aggregate)).containsExactly("5.0 x 2");
  }

  @Test
  void theLimitOfAnAggregateIsPositive() {
    assertThat(new Aggregate(1).statistics().count()).isZero();
    assertThatThrownBy(() -> new Aggregate(0)).hasMessage("limit is 0 but must be 1 or more");
  }

  @Test
  void columnsAreCalledByMetricAndValue() {
    Column folding = new Column("range", MetricValue.real("folding", ""));
    Column ofLayer =
        new Column("range", MetricValue.real("folding.relu1", "").ofLayer("relu1", "folding"));
    Column ofAnother =
        new Column("acme", MetricValue.real("folding.relu1", "").ofLayer("relu1", "folding"));

    assertThat(folding.name()).isEqualTo("range.folding");
    assertThat(ofLayer.isLayerOf(folding)).isTrue();
    assertThat(folding.isLayerOf(folding)).isFalse();
    assertThat(ofAnother.isLayerOf(folding)).isFalse();
    PathStatistics statistics =
        new PathStatistics(
            1, List.of(new ColumnStatistics(folding, Statistics.NONE)), new TreeMap<>(), Map.of());
    assertThat(statistics.of("range", "folding")).contains(Statistics.NONE);
    assertThat(statistics.of("range", "max")).isEqualTo(Optional.empty());
  }

  private static List<String> numbers(Aggregate aggregate) {
    List<String> numbers = new ArrayList<>();
    aggregate.forEach((value, count) -> numbers.add(value + " x " + count));
    return numbers;
  }

  private static DataInput written(Saveable saved) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    saved.save(new DataOutputStream(bytes));
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }

  /** Rows that have labels and nothing else. */
  private record LabelledRows(int... labels) implements Dataset {
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
