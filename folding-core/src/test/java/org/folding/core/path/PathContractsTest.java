package org.folding.core.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.folding.api.path.PathContext;
import org.folding.testkit.PathGeneratorContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to make paths keeps the contract of the SPI, those between rows of data too. */
final class PathContractsTest {
  private static final PathContext ROWS =
      Generators.context(new TestData(7, 3, 0, 1, 1, 0, 2, 2, 0));

  @TempDir private Path folder;

  @Test
  void lines() throws IOException {
    Path pairs = Files.writeString(folder.resolve("pairs.csv"), "from,to\n0,6\n6,0\n3,3\n");
    LineFactory line = new LineFactory();

    PathGeneratorContract.check(line, Map.of("pairs", pairs.toString()), ROWS);
    PathGeneratorContract.check(line, Map.of("between", "classes"), ROWS);
    PathGeneratorContract.check(line, Map.of("between", "classes", "per-class", "2"), ROWS);
    PathGeneratorContract.check(line, Map.of("between", "classes", "per-pair", "50"), ROWS);
  }

  @Test
  void polylines() {
    PathGeneratorContract.check(
        new PiecewiseFactory(), Map.of("waypoints", "#3; #6; 0,1,2; #3"), ROWS);
  }

  @Test
  void randomPaths() {
    RandomFactory random = new RandomFactory();

    PathGeneratorContract.check(random, Map.of("in", "box", "low", "-1", "high", "2"), ROWS);
    PathGeneratorContract.check(random, Map.of("in", "data"), ROWS);
    PathGeneratorContract.check(random, Map.of("in", "sphere", "center", "1,2,3"), ROWS);
  }
}
