package org.folding.core.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folding.api.metric.MetricValue;
import org.folding.core.statistics.Column;
import org.folding.core.statistics.StatisticsSettings;
import org.junit.jupiter.api.Test;

final class DistributionsTest {
  private static final Column FOLDING = new Column("m", MetricValue.share("chi", "").asHeadline());
  private static final Column TOTAL = new Column("m", MetricValue.count("total", ""));
  private static final Column LAYER =
      new Column("m", MetricValue.share("of fc1", "").ofLayer("fc1", "chi"));
  private static final Column TOTAL_OF_LAYER =
      new Column("m", MetricValue.count("total of fc1", "").ofLayer("fc1", "total"));
  private static final Column LONGEST =
      new Column("n", MetricValue.count("longest", "").asHeadline());

  @Test
  void countsByColumnAndPairOfClasses() {
    Distributions distributions =
        new Distributions(Optional.of(new Labels(7, 9, 7)), new StatisticsSettings(100, 100));
    distributions.start(List.of(TOTAL, FOLDING, LAYER));
    PathBlock block = new PathBlock(0, 3, 3);
    add(block, 0, 1, 4, 0.25, 0);
    add(block, 0, 1, 4, 0.5, 0.25);
    add(block, -1, 1, 4, 0, 0.25);
    distributions.accept(block);

    JsonNode json = distributions.toJson();

    assertThat(json.at("/bins").asInt()).isEqualTo(100);
    assertThat(json.at("/all").findValuesAsText("column")).containsExactly("m.chi", "m.of fc1");
    assertThat(json.at("/all/0/zeros").asLong()).isEqualTo(1);
    assertThat(bins(json.at("/all/0/counts"))).containsExactly(25, 50);
    assertThat(json.at("/all/1/counts/25").asLong()).isEqualTo(2);
    assertThat(json.at("/classes").size()).isEqualTo(2);
    assertThat(json.at("/classes/1/from").asInt()).isEqualTo(7);
    assertThat(json.at("/classes/1/to").asInt()).isEqualTo(9);
    assertThat(json.at("/classes/1/column").asText()).isEqualTo("m.of fc1");
    assertThat(json.at("/classes/1/zeros").asLong()).isEqualTo(1);
    assertThat(bins(json.at("/classes/1/counts"))).containsExactly(25);
  }

  /** 150 classes make 22,500 pairs, which have no histograms by layer. */
  @Test
  void manyClassesGetHistogramsOfAllUnitsOnly() {
    int[] labels = IntStream.range(0, 150).toArray();
    Distributions distributions =
        new Distributions(Optional.of(new Labels(labels)), new StatisticsSettings(100, 1000));
    distributions.start(List.of(FOLDING, LAYER));
    PathBlock block = new PathBlock(0, 1, 2);
    add(block, 148, 149, 0.5, 0.25);
    distributions.accept(block);

    JsonNode json = distributions.toJson();

    assertThat(json.at("/all").size()).isEqualTo(2);
    assertThat(json.at("/classes").findValuesAsText("column")).containsExactly("m.chi");
  }

  @Test
  void withoutAHeadlineThereIsNothing() {
    Distributions distributions =
        new Distributions(Optional.empty(), new StatisticsSettings(100, 100));
    distributions.start(List.of(TOTAL, TOTAL_OF_LAYER));
    PathBlock block = new PathBlock(0, 1, 2);
    add(block, 0, 1, 0.5, 0.5);
    distributions.accept(block);

    assertThat(distributions.toJson().at("/all").isEmpty()).isTrue();
    assertThat(distributions.toJson().has("unbounded")).isFalse();
  }

  /** Numbers of 300 and below need bins of width 4; each pair of classes is told in these. */
  @Test
  void headlinesWithoutBoundsStandApart() {
    Distributions distributions =
        new Distributions(Optional.of(new Labels(7, 9)), new StatisticsSettings(100, 100));
    distributions.start(List.of(LONGEST, FOLDING, TOTAL_OF_LAYER));
    PathBlock block = new PathBlock(0, 4, 3);
    add(block, 0, 1, 300, 0.5, 0);
    add(block, 1, 0, 9, 0.5, 0);
    add(block, 1, 0, 11, 0.5, 0);
    add(block, 1, 0, 0, 0.5, 0);
    distributions.accept(block);

    JsonNode json = distributions.toJson();

    assertThat(json.at("/all").findValuesAsText("column")).containsExactly("m.chi");
    assertThat(json.at("/classes").findValuesAsText("column")).containsOnly("m.chi");
    JsonNode all = json.at("/unbounded/all/0");
    assertThat(all.get("column").asText()).isEqualTo("n.longest");
    assertThat(all.get("width").asDouble()).isEqualTo(4);
    assertThat(all.get("first").asLong()).isEqualTo(2); // 8 to 11
    assertThat(all.get("zeros").asLong()).isEqualTo(1);
    assertThat(bins(all.get("counts"))).containsExactly(0, 73); // 300 to 303
    JsonNode pair = json.at("/unbounded/classes/1");
    assertThat(List.of(pair.get("from").asInt(), pair.get("to").asInt())).containsExactly(9, 7);
    assertThat(pair.get("width").asDouble()).isEqualTo(4);
    assertThat(pair.get("first").asLong()).isEqualTo(2);
    assertThat(pair.get("counts").get(0).asLong()).isEqualTo(2);
  }

  private static void add(PathBlock block, int from, int to, double... numbers) {
    System.arraycopy(numbers, 0, block.measured(), block.offset(), numbers.length);
    block.add(from, to, 4, 5);
  }

  /** The bins that are not empty. */
  private static List<Integer> bins(JsonNode counts) {
    List<Integer> bins = new ArrayList<>();
    for (int bin = 0; bin < counts.size(); bin++) {
      if (counts.get(bin).asLong() > 0) {
        bins.add(bin);
      }
    }
    return bins;
  }
}
