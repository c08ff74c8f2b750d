package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run takes its paths from the JAR that the example's own Maven build makes. */
final class ExamplePathGeneratorIT {
  private static final Path JAR =
      Path.of("target/examples/path-generator-plugin/target/folding-nearest-1.0.0.jar");

  @TempDir private Path folder;

  /**
   * Rows 0 and 1 are the ends of CantorNet's line, whose walk has r1 = 2k and r2 = 2^(k+1) − 2 with
   * k = 2 recursions, in both directions. Row 2 lies nearest to row 0, but is of the same class.
   */
  @Test
  void theBuiltJarLeadsToTheNearestRowOfAnotherClass() throws IOException {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    Files.copy(JAR, plugins.resolve("folding-nearest-1.0.0.jar"));
    Files.writeString(folder.resolve("data.csv"), "x,y,label\n0,0.75,0\n1,0.75,1\n-0.01,0.75,0\n");
    Path file =
        Files.writeString(
            folder.resolve("run.properties"),
            """
            model=cantornet:A/2
            data=data.csv
            data.labels.column=label
            paths=nearest
            paths.nearest.per-class=1
            metrics=range
            """);

    Shell shell = Shell.run("run", file);

    assertThat(shell).extracting(Shell::code, Shell::err).containsExactly(0, "");
    assertThat(Files.readAllLines(folder.resolve("out/paths.csv")))
        .extracting(line -> line.replaceFirst("^[^,]*,([^,]*,[^,]*),.*", "$1"))
        .containsExactly("from,to", "0,1", "1,0");
    assertThat(Files.readAllLines(folder.resolve("out/paths.csv")))
        .filteredOn(line -> !line.startsWith("path"))
        .allSatisfy(line -> assertThat(line).matches("\\d,\\d,\\d,6,7,0\\.3333\\d+,4,6,.*"));
  }
}
