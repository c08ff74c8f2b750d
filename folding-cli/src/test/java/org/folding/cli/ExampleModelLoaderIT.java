package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run reads its model with the JAR that the example's own Maven build makes. */
final class ExampleModelLoaderIT {
  private static final Path JAR =
      Path.of("target/examples/model-loader-plugin/target/folding-nnet-1.0.0.jar");

  @TempDir private Path folder;

  @BeforeEach
  void install() throws IOException {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    Files.copy(JAR, plugins.resolve("folding-nnet-1.0.0.jar"));
    Files.writeString(
        folder.resolve("net.nnet"),
        """
        // y = relu(relu(x - 1/4) - 2 relu(x - 1/2) - 1/8), x = (input - 1) / 2
        3,1,1,2,
        1,2,1,1,
        0,
        1,
        3,
        1,0,
        2,1,
        1,
        1,
        -0.25,
        -0.5,
        1,-2,
        -0.125,
        1,
        0,
        """);
  }

  /**
   * The input goes from 1 to 3, so x from 0 to 1. The units a and b of the first layer are active
   * from 1/4 and 1/2 on, c of the second between 3/8 and 5/8. The flips are a, c, b, c, so the
   * distances are 1, 2, 3, 2.
   */
  @Test
  void theBuiltJarLoadsANetworkThatIsWalkedExactly() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("run.properties"),
            """
            model=net.nnet
            paths=line
            paths.line.from=1
            paths.line.to=3
            metrics=range
            """);

    Shell shell = Shell.run("run", file);

    assertThat(shell).extracting(Shell::code, Shell::err).containsExactly(0, "");
    assertThat(folder.resolve("out/paths.csv"))
        .hasContent(
            """
            path,from,to,flips,regions,range.folding,range.max,range.total,\
            range.folding-reverse,range.max-reverse
            0,,,4,5,0.25,3,4,0.5,2
            """);

    Shell normalised =
        Shell.run(
            "run",
            file,
            "-Dmodel.nnet.normalise=false",
            "-Dpaths.line.from=0",
            "-Dpaths.line.to=1",
            "--force");

    assertThat(normalised.code()).isZero();
    assertThat(folder.resolve("out/paths.csv")).content().contains("0,,,4,5,0.25,3,4,0.5,2");
  }

  @Test
  void theListOfPluginsNamesTheLoaderAndItsOption() {
    Shell shell = Shell.run("plugins", "--plugins=" + folder.resolve("plugins"));

    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("folding-nnet-1.0.0.jar", "model.nnet.normalise");
  }
}
