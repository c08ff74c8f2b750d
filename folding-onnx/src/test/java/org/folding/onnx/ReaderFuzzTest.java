package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.folding.engine.testing.SharedFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reads damaged files of every kind: those that Jazzer, which looks for inputs that reach new code,
 * makes in the time that the system property {@code folding.fuzz.readers.seconds} gives to each
 * reader (0 by default), and those that it found before.
 */
final class ReaderFuzzTest {
  private static final int SECONDS = Integer.getInteger("folding.fuzz.readers.seconds", 0);

  /** What the fuzzer draws from; another one takes it elsewhere. */
  private static final int SEED = Integer.getInteger("folding.fuzz.readers.seed", 1);

  /** Larger seeds slow the fuzzer down. */
  private static final long LARGEST_SEED = 120_000;

  /**
   * For one input, with code that notes which of it was reached: a few bytes may ask for a network
   * that takes a second or two to make, which becomes ten times as much.
   */
  private static final int LONGEST_SECONDS = 60;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void findsNothingNew(FuzzedReader reader) throws Exception {
    assumeThat(SECONDS).as("seconds, by -Dfolding.fuzz.readers.seconds").isPositive();
    Path seeds = Files.createDirectory(folder.resolve("seeds"));
    copySeeds(reader, seeds);
    Path found = Files.createDirectory(folder.resolve("found"));
    Path log = folder.resolve("log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("-D" + FuzzTarget.READER + "=" + reader);
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + FuzzTarget.class.getName());
    command.add("--instrumentation_includes=org.folding.**");
    // Its own checks take names of files and classes that a run may give for attacks.
    command.add("--disabled_hooks=com.code_intelligence.jazzer.sanitizers.*");
    command.add("--reproducer_path=" + found);
    command.addAll(
        List.of("-max_total_time=" + SECONDS, "-timeout=" + LONGEST_SECONDS, "-rss_limit_mb=2000"));
    command.add("-seed=" + SEED);
    command.addAll(List.of("-max_len=150000", "-artifact_prefix=" + found + "/"));
    command.add(Files.createDirectory(folder.resolve("corpus")).toString());
    command.add(seeds.toString());

    Process fuzzer =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(fuzzer.waitFor(SECONDS + 300L, TimeUnit.SECONDS)).as("the fuzzer ends").isTrue();
    } finally {
      fuzzer.destroyForcibly();
    }
    String said = Files.readString(log);
    assertThat(fuzzer.exitValue()).as("%s: %s", reader, finding(said)).isZero();
    assertThat(said).contains("Done");
  }

  /**
   * The log from the finding on, which stands below thousands of lines on the fuzzer's progress.
   */
  private static String finding(String log) {
    return log.substring(Math.max(log.indexOf("\n== "), 0));
  }

  private static void copySeeds(FuzzedReader reader, Path seeds) throws IOException {
    Files.writeString(seeds.resolve("empty"), "");
    for (String part : List.of("bad", "zoo", "zoo-modern")) {
      try (Stream<Path> files = Files.walk(SharedFiles.find(part))) {
        for (Path file : files.filter(Files::isRegularFile).filter(reader::isFor).toList()) {
          if (Files.size(file) <= LARGEST_SEED) {
            String name = part + "-" + file.getParent().getFileName() + "-" + file.getFileName();
            Files.copy(file, seeds.resolve(name));
          }
        }
      }
    }
    for (Path file : kept(reader)) {
      Files.copy(file, seeds.resolve(file.getFileName()));
    }
  }

  private static List<Path> kept(FuzzedReader reader) throws IOException {
    Path root = Path.of("src", "test", "fuzz");
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(root)) {
      return files.filter(reader::isFor).sorted().toList();
    }
  }

  /** What the fuzzer found once, and seeds of kinds that are rare. */
  @TestFactory
  Stream<DynamicTest> whatWasFoundStaysMended() {
    return Stream.of(FuzzedReader.values())
        .flatMap(
            reader -> {
              try {
                return kept(reader).stream()
                    .map(
                        file ->
                            DynamicTest.dynamicTest(
                                file.getFileName().toString(),
                                () ->
                                    assertThatCode(() -> FuzzTarget.read(reader, file))
                                        .doesNotThrowAnyException()));
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
  }
}
