package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.folding.api.metric.MetricFactory;
import org.folding.core.plugin.Component;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.plugin.PluginLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JAR that the example's own Maven build makes can be dropped into a plugin folder. */
final class ExamplePluginIT {
  private static final Path JAR =
      Path.of("target/examples/metric-plugin/target/folding-turnback-1.0.0.jar");

  @TempDir private Path folder;
  private Path copy;

  @BeforeEach
  void install() throws IOException {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    copy = Files.copy(JAR, plugins.resolve("folding-turnback-1.0.0.jar"));
  }

  @Test
  void theBuiltJarIsAPlugin() {
    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder.resolve("plugins")))) {
      Component<MetricFactory> turnback = registry.metric("turnback");
      assertThat(turnback.origin().jar()).contains(copy);
      assertThat(turnback.origin().version()).contains("1.0.0");
      assertThat(turnback.origin().apiLevel()).hasValue(1);
    }
  }

  /**
   * Over x in [0, 1] the units a and b of the first layer are active from 1/4 and 1/2 on, and c of
   * the second, whose input is relu(x − 1/4) − 2 relu(x − 1/2) − 1/8, between 3/8 and 5/8. From 0
   * to 1 the flips are a, c, b at 1/4, 3/8, 1/2, and at 5/8 c again, so the distances are 1, 2, 3,
   * 2. From 1 to 0 they are c, b, c, a at 3/8, 1/2, 5/8, 3/4, the distances 1, 2, 1, 2.
   */
  @Test
  void theBuiltJarMeasuresBesideABuiltInMetric() throws IOException {
    Files.writeString(
        folder.resolve("net.json"),
        """
        {"format": "folding-model", "version": 1, "input": {"shape": [1]}, "layers": [
          {"type": "dense", "weights": [[1], [1]], "bias": [-0.25, -0.5], "activation": "relu"},
          {"type": "dense", "weights": [[1, -2]], "bias": [-0.125], "activation": "relu"},
          {"type": "dense", "weights": [[1]], "bias": [0], "activation": "identity"}]}
        """);
    Files.writeString(folder.resolve("x.csv"), "0\n1\n");
    Files.writeString(folder.resolve("pairs.csv"), "from,to\n0,1\n1,0\n");
    Path file =
        Files.writeString(
            folder.resolve("run.properties"),
            """
            model=net.json
            data=x.csv
            paths=line
            paths.line.pairs=pairs.csv
            metrics=range,turnback
            """);

    Shell shell = Shell.run("run", file);

    assertThat(shell).extracting(Shell::code, Shell::complaints).containsExactly(0, "");
    assertThat(folder.resolve("out/paths.csv"))
        .hasContent(
            """
            path,from,to,flips,regions,range.folding,range.max,range.total,\
            range.folding-reverse,range.max-reverse,turnback.at,turnback.depth,turnback.beyond
            0,0,1,4,5,0.25,3,4,0.5,2,0.625,1,0.5
            1,1,0,4,5,0.5,2,4,0.25,3,0.625,1,0.5
            """);
    assertThat(folder.resolve("out/summary.json"))
        .content()
        .contains("folding-turnback-1.0.0.jar", "\"turnback\"");

    Shell tolerant =
        Shell.run("run", file, "-Dmetrics=turnback", "-Dmetrics.turnback.tolerance=1", "--force");

    assertThat(tolerant.code()).isZero();
    assertThat(folder.resolve("out/paths.csv"))
        .hasContent(
            """
            path,from,to,flips,regions,turnback.at,turnback.depth,turnback.beyond
            0,0,1,4,5,,1,0.5
            1,1,0,4,5,,1,0.5
            """);
  }
}
