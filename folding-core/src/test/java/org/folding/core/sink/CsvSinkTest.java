package org.folding.core.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.folding.api.metric.MetricValue;
import org.folding.core.output.OutputFolder;
import org.folding.core.statistics.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvSinkTest {
  @TempDir private Path root;

  @Test
  void writesCountsAsIntegersNumbersInFullAndNothingForNaN() throws IOException {
    PathBlock first = new PathBlock(0, 2, 3);
    fill(first, -1, -1, 7, 5, 3, 0.1, Double.NaN);
    fill(first, 12, 0, 0, 1, 0, Double.MIN_VALUE, -0.0);
    PathBlock second = new PathBlock(2, 1, 3);
    fill(second, 3, 4, 9, 2, 2.5, Double.POSITIVE_INFINITY, 1e300);

    try (OutputFolder folder = OutputFolder.open(root, false);
        CsvSink sink = new CsvSink(folder)) {
      sink.start(
          List.of(
              new Column("a", MetricValue.count("n", "")),
              new Column("a", MetricValue.real("x", "")),
              new Column("b", MetricValue.real("by,\"layer\"", ""))));
      sink.accept(first);
      sink.accept(second);
      sink.finish();
      folder.commit();
    }

    assertThat(Files.readString(root.resolve("paths.csv")))
        .isEqualTo(
            """
            path,from,to,flips,regions,a.n,a.x,"b.by,""layer""\"
            0,,,7,5,3,0.1,
            1,12,0,0,1,0,4.9E-324,-0.0
            2,3,4,9,2,2.5,Infinity,1.0E300
            """);
  }

  private static void fill(
      PathBlock block, int from, int to, int flips, int regions, double... numbers) {
    System.arraycopy(numbers, 0, block.measured(), block.offset(), numbers.length);
    block.add(from, to, flips, regions);
  }
}
