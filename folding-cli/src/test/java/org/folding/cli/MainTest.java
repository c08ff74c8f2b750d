package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.folding.core.testing.PluginJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** folding as a program of its own. */
final class MainTest {
  private static final File FULL = new File("/dev/full");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "describe cantornet:A/3 --json",
        "walk cantornet:A/3 --from 0,0.75 --to 1,0.75 --csv",
        "help properties",
        "--version"
      })
  void outputThatCannotBeWrittenIsNoSuccess(String command)
      throws IOException, InterruptedException {
    assumeThat(FULL).as("a device that is always full").exists();

    Process process = builder((Object[]) command.split(" ")).redirectOutput(FULL).start();

    assertThat(errors(process)).startsWith("standard output cannot be written: ").hasLineCount(1);
    assertThat(process.waitFor()).isEqualTo(FoldingCli.USER);
  }

  @Test
  void whatIsWrongAnywayIsToldAlone() throws IOException, InterruptedException {
    assumeThat(FULL).as("a device that is always full").exists();

    Process process = builder("describe", "gone.onnx").redirectOutput(FULL).start();

    assertThat(errors(process)).isEqualTo("model: file gone.onnx does not exist\n");
    assertThat(process.waitFor()).isEqualTo(FoldingCli.USER);
  }

  /** As {@code head} does when it has seen enough. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no broken pipes")
  void aReaderThatLeavesIsNoProblem() throws IOException, InterruptedException {
    Process process = builder("help", "properties").start();
    process.getInputStream().close();

    assertThat(errors(process)).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  /** The plugin ends it with 0, but nothing is done. */
  @Test
  void aPluginThatEndsTheProgramIsNoSuccess() throws IOException, InterruptedException {
    Path jar = writeFaultyRun();

    Process process =
        builder("run", folder.resolve("run.properties"), "-Dmetrics=acme-exit").start();

    assertThat(errors(process))
        .isEqualTo(
            jar
                + ": acme.faulty.FaultyPlugin.exit() calls System.exit(), which ended folding before"
                + " it was done; this is a fault of the plugin: ask its author, or remove it\n");
    assertThat(process.waitFor()).isEqualTo(FoldingCli.INTERNAL);
    assertThat(folder.resolve("out/summary.json")).doesNotExist();
  }

  @Test
  void whereAThreadOfAPluginEndsTheProgramNothingIsLeft() throws IOException, InterruptedException {
    Path jar = writeFaultyRun();

    Process process =
        builder("run", folder.resolve("run.properties"), "-Dmetrics=acme-thread").start();

    assertThat(errors(process))
        .startsWith(jar + ": acme.faulty.FaultyPlugin.exit() calls System.exit(), which ended ")
        .endsWith("\ninterrupted; nothing was written\n")
        .hasLineCount(2);
    assertThat(process.waitFor()).isEqualTo(FoldingCli.INTERNAL);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** A run that takes longer than anybody waits, and the plugin that ends it. */
  private Path writeFaultyRun() throws IOException {
    Files.writeString(
        folder.resolve("run.properties"),
        """
        model=cantornet:A/3
        paths=random
        paths.random.count=1000000000
        output.formats=json
        """);
    return PluginJar.of(Path.of("../folding-core/src/test/plugins/faulty-metrics"))
        .write(folder.resolve("plugins/acme.jar"));
  }

  private static ProcessBuilder builder(Object... command) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add(Main.class.getName());
    for (Object word : command) {
      words.add(word.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder;
  }

  private static String errors(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
