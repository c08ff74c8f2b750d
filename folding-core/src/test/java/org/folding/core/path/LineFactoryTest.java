package org.folding.core.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.folding.api.InvalidInputException;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LineFactoryTest {
  private static final TestData DATA = new TestData(5, 2, 7, 7, 3, 7, 3);

  @TempDir private Path folder;

  @Test
  void lineBetweenTwoPoints() {
    PathGenerator line = create(Generators.context(2), Map.of("from", "0,0.75", "to", "1, 0.75"));

    assertThat(line.count()).isEqualTo(1);
    assertThat(line.path(0).waypoints()).hasSize(2);
    assertThat(line.path(0).start().coordinates()).containsExactly(0, 0.75);
    assertThat(line.path(0).end().coordinates()).containsExactly(1, 0.75);
    assertThatThrownBy(() -> line.path(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void pointOfAnotherWidthIsRefusedWithBothWidths() {
    assertThatThrownBy(() -> create(Generators.context(3), Map.of("from", "0,0,1", "to", "1,0.75")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("'paths.line.to' has 2 values but an input of the model has 3");
  }

  @Test
  void lineNeedsBothEnds() {
    assertThatThrownBy(() -> create(Generators.context(2), Map.of("to", "1,0.75")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("'paths.line.from' is missing: a line needs 'from' and 'to'");
  }

  @Test
  void pairsAreRowsOfTheData() throws IOException {
    Path pairs = write("\uFEFFclass,to,from\r\n9,0,4\r\n\r\n9,2,2\r\n");

    PathGenerator line = create(Generators.context(DATA), Map.of("pairs", pairs.toString()));

    assertThat(Generators.rows(line)).containsExactly(List.of(4, 0), List.of(2, 2));
  }

  /** Labels 2, 7, 7, 3, 7, 3 at rows 0 to 5: class 2 has no pair with itself. */
  @Test
  void drawnPairsAreStratifiedByThePairOfClasses() {
    TestData data = new TestData(6, 2, 2, 7, 7, 3, 7, 3);
    int[] labels = {2, 3, 7};

    PathGenerator drawn =
        create(Generators.context(data), Map.of("between", "classes", "per-pair", "200"));

    List<List<Integer>> rows = Generators.rows(drawn);
    assertThat(rows).hasSize(8 * 200);
    int at = 0;
    for (int from : labels) {
      for (int to : labels) {
        if (from == 2 && to == 2) {
          continue;
        }
        List<List<Integer>> stratum = rows.subList(at, at + 200);
        assertThat(stratum)
            .allMatch(pair -> data.label(pair.get(0)) == from && data.label(pair.get(1)) == to)
            .noneMatch(pair -> pair.get(0).equals(pair.get(1)));
        // Of at most nine pairs none is missed in 200 draws, but for one time in 10^9.
        long possible =
            IntStream.range(0, data.rows() * data.rows())
                .filter(pair -> pair / data.rows() != pair % data.rows())
                .filter(pair -> data.label(pair / data.rows()) == from)
                .filter(pair -> data.label(pair % data.rows()) == to)
                .count();
        assertThat(stratum.stream().distinct().count()).isEqualTo(possible);
        at += 200;
      }
    }
  }

  @Test
  void drawnPairsFollowFromTheSeed() {
    Map<String, String> options = Map.of("between", "classes", "per-pair", "50");
    PathContext one = Generators.context(DATA);
    PathContext other = new PathContext(one.inputWidth(), one.data(), one.seed() + 1);

    assertThat(Generators.rows(create(one, options)))
        .isEqualTo(Generators.rows(create(one, options)))
        .isNotEqualTo(Generators.rows(create(other, options)));
  }

  @Test
  void manyPairsAreRead() throws IOException {
    StringBuilder text = new StringBuilder("from,to\n");
    List<List<Integer>> expected = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      text.append(i % 5).append(',').append(i % 3).append('\n');
      expected.add(List.of(i % 5, i % 3));
    }

    PathGenerator line =
        create(Generators.context(DATA), Map.of("pairs", write(text.toString()).toString()));

    assertThat(Generators.rows(line)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from,to\\n0,1\\n0,5\\n | FILE, line 3: 'to' is '5' but must be a row of the data, 0 to 4",
        "from,to\\n\\n-1,1\\n   | FILE, line 3: 'from' is '-1' but must be a row of the data, 0 to 4",
        "from,to\\n0,1.5\\n     | FILE, line 2: 'to' is '1.5' but must be a row of the data, 0 to 4",
        "from,to\\n0\\n         | FILE, line 2 has 1 cells, but the header has 2",
        "from,to\\n             | FILE lists no pair below its header",
        "\\n                    | FILE is empty: it needs a header line 'from,to'",
        "0,1\\n                 | FILE, line 1: the header is '0,1' but must have one column 'from',"
            + " as in from,to",
        "from,to\\n\"0,1\\n2,3  | FILE, line 2 is not CSV: its quotes do not match or are followed"
            + " by further text",
      })
  void brokenPairsAreRefusedByTheirLine(String text, String message) throws IOException {
    Path pairs = write(text.replace("\\n", "\n"));

    assertThatThrownBy(() -> create(Generators.context(DATA), Map.of("pairs", pairs.toString())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message.replace("FILE", pairs.toString()));
  }

  @Test
  void everyPairOfTheLabelledDataThereAndBack() {
    PathGenerator line = create(Generators.context(DATA), Map.of("between", "classes"));

    List<List<Integer>> expected = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      for (int j = i + 1; j < 5; j++) {
        expected.add(List.of(i, j));
        expected.add(List.of(j, i));
      }
    }
    assertThat(Generators.rows(line)).isEqualTo(expected);
  }

  @Test
  void onlyTheFirstRowsOfEachClass() {
    PathGenerator line =
        create(Generators.context(DATA), Map.of("between", "classes", "per-class", "1"));

    assertThat(Generators.rows(line)).containsExactly(List.of(0, 2), List.of(2, 0));
  }

  @Test
  void manyPairsAreComputedFromTheirIndex() {
    int rows = 60_000;
    TestData data = new TestData(rows, 1, IntStream.range(0, rows).map(i -> i % 10).toArray());

    PathGenerator line = create(Generators.context(data), Map.of("between", "classes"));

    assertThat(line.count()).isEqualTo(60_000L * 59_999);
    // 59999 + 59998 + … + 10000 = 1749975000 pairs have a lower first row than 50000.
    long before = 2 * 1_749_975_000L;
    assertThat(rows(line.path(before))).containsExactly(50_000, 50_001);
    assertThat(rows(line.path(before - 1))).containsExactly(59_999, 49_999);
    assertThat(rows(line.path(before + 14))).containsExactly(50_000, 50_008);
    assertThat(rows(line.path(before + 15))).containsExactly(50_008, 50_000);
    assertThat(rows(line.path(line.count() - 1))).containsExactly(59_999, 59_998);
    assertThatThrownBy(() -> line.path(line.count())).isInstanceOf(IndexOutOfBoundsException.class);
  }

  /** 10^4 rows have 10^8 pairs: as a list they would take 800 MB as two ints each. */
  @Test
  void pairsOfTenThousandRowsAreNoList() {
    int rows = 10_000;
    TestData data = new TestData(rows, 784, IntStream.range(0, rows).map(i -> i % 10).toArray());
    PathContext context = Generators.context(data);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    PathGenerator line = create(context, Map.of("between", "classes"));
    long sum = 0;
    for (long index = 0; index < 2 * 9_999; index++) {
      sum += line.path(index).end().row();
    }

    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(line.count()).isEqualTo(99_990_000);
    // From row 0 to each other one: 1 + 2 + … + 9999; and back.
    assertThat(sum).isEqualTo(49_995_000);
    assertThat(allocated).isPositive().isLessThan(10_000_000);
  }

  @Test
  void pairsNeedData() throws IOException {
    Path pairs = write("from,to\n0,1\n");

    assertThatThrownBy(() -> create(Generators.context(2), Map.of("pairs", pairs.toString())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("'paths.line.pairs' needs rows of data: set 'data' to a file");
  }

  @Test
  void classesNeedLabelsAndTwoRows() {
    assertThatThrownBy(
            () -> create(Generators.context(new TestData(5, 2)), Map.of("between", "classes")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("'paths.line.between=classes' needs labels: set 'data.labels' to a file");
    assertThatThrownBy(
            () -> create(Generators.context(new TestData(1, 2, 8)), Map.of("between", "classes")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("needs two rows or more");
  }

  @Test
  void exactlyOneWayMustBeGiven() {
    assertThatThrownBy(() -> create(Generators.context(DATA), Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("give exactly one of paths.line.from + to, .pairs, .between; given is none");
    assertThatThrownBy(
            () -> create(Generators.context(DATA), Map.of("to", "0,0", "between", "classes")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith("given are from and between");
    assertThatThrownBy(
            () ->
                create(
                    Generators.context(DATA), Map.of("from", "0,0", "to", "0,1", "per-class", "2")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("'paths.line.per-class' goes with 'paths.line.between=classes' only");
    assertThatThrownBy(
            () -> create(Generators.context(DATA), Map.of("between", "classes", "per-class", "0")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("'paths.line.per-class' is 0 but must be 1 or more");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("pairs.csv"), text);
  }

  private static List<Integer> rows(InputPath path) {
    return List.of(path.start().row(), path.end().row());
  }

  private static PathGenerator create(PathContext context, Map<String, String> given) {
    return Generators.create(new LineFactory(), context, given);
  }
}
