package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** folding as a program of its own. */
final class MainTest {
  private static final File FULL = new File("/dev/full");

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
    assumeThat(FULL).exists();

    Process process = builder(command).redirectOutput(FULL).start();

    assertThat(errors(process)).startsWith("standard output cannot be written: ").hasLineCount(1);
    assertThat(process.waitFor()).isEqualTo(FoldingCli.USER);
  }

  @Test
  void whatIsWrongAnywayIsToldAlone() throws IOException, InterruptedException {
    assumeThat(FULL).exists();

    Process process = builder("describe gone.onnx").redirectOutput(FULL).start();

    assertThat(errors(process)).isEqualTo("model: file gone.onnx does not exist\n");
    assertThat(process.waitFor()).isEqualTo(FoldingCli.USER);
  }

  /** As {@code head} does when it has seen enough. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aReaderThatLeavesIsNoProblem() throws IOException, InterruptedException {
    Process process = builder("help properties").start();
    process.getInputStream().close();

    assertThat(errors(process)).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  private static ProcessBuilder builder(String command) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add(Main.class.getName());
    words.addAll(List.of(command.split(" ")));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder;
  }

  private static String errors(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
