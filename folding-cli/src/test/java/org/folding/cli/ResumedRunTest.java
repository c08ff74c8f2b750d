package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folding.core.config.ConfigurationReader;
import org.folding.core.config.RunProperties;
import org.folding.core.pipeline.ConfiguredRun;
import org.folding.core.pipeline.ProgressListener;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.plugin.PluginLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are stopped go on, and give the same bytes as those that are not. */
final class ResumedRunTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeARun() throws IOException {
    for (String file : List.of("moons.onnx", "moons.csv")) {
      try (InputStream in = DemoFiles.class.getResourceAsStream("demo/" + file)) {
        Files.copy(in, folder.resolve(file));
      }
    }
    Files.writeString(
        folder.resolve("run.properties"),
        """
        model=moons.onnx
        data=moons.csv
        data.labels.column=label
        paths=random
        paths.random.in=data
        paths.random.count=40000
        metrics.range.layers=true
        statistics.values=100
        checkpoint.seconds=0.01
        output.formats=csv,json,npz,parquet
        """);
  }

  @Test
  void aRunThatIsKilledAgainAndAgainGivesWhatAnUninterruptedOneDoes() throws Exception {
    Path killed = folder.resolve("killed");
    int kills = 0;
    while (kills < 2) {
      Process process = start(killed);
      Instant before = Instant.now();
      while (process.isAlive() && !hasCheckpointSince(killed, before)) {
        Thread.sleep(5);
      }
      assertThat(process.isAlive()).as("the run ended before it could be killed").isTrue();
      process.destroyForcibly().waitFor();
      kills++;
    }
    assertThat(killed.resolve("paths.csv")).doesNotExist();

    Shell resumed = run("-o", killed);
    Shell whole = run("-o", folder.resolve("whole"));

    assertThat(whole.code()).as(whole.err()).isZero();
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.err())
        .matches(
            "going on where the run was stopped: [1-9][0-9]* of 40000 paths are done\n(?s:.*)");
    assertSameResults(killed, folder.resolve("whole"));
    assertThat(killed.toFile().list())
        .containsExactlyInAnyOrder(
            "paths.csv",
            "paths.npz",
            "paths.parquet",
            "summary.json",
            "distributions.json",
            "walks.json");
  }

  private static boolean hasCheckpointSince(Path out, Instant moment) throws IOException {
    if (!Files.isDirectory(out)) {
      return false;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(out, ".checkpoint-*.partial")) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file)
            .toInstant()
            .isAfter(moment.plus(Duration.ofMillis(20)))) {
          return true;
        }
      }
    }
    return false;
  }

  private Process start(Path out) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            Main.class.getName(),
            "run",
            folder.resolve("run.properties").toString(),
            "-o",
            out.toString());
    // Not by -cp: ONNX Runtime does not survive a command line of some thousand characters.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
  }

  @Test
  void aRunThatFailsBetweenTwoCheckpointsDropsTheRowsBehindTheLast() throws IOException {
    stopAfter(10_000, "stopped", "checkpoint.seconds=0.01");

    assertThat(run("-o", folder.resolve("stopped"), "-D", "threads=1").code()).isZero();
    assertThat(run("-o", folder.resolve("whole")).code()).isZero();
    assertSameResults(folder.resolve("stopped"), folder.resolve("whole"));
  }

  /** The search's totals count the paths before the stop, and none that was walked twice. */
  @Test
  void aResumedAdaptiveRunReportsTheWholeSearch() throws IOException {
    Files.writeString(
        folder.resolve("run.properties"),
        """
        walk=adaptive
        walk.evaluations=20
        """,
        StandardOpenOption.APPEND);
    Path out = stopAfter(10_000, "stopped", "checkpoint.seconds=0.01");

    Shell resumed = run("-o", out, "-D", "threads=1");
    Shell whole = run("-o", folder.resolve("whole"));

    assertThat(resumed.err()).startsWith("going on where the run was stopped: ");
    assertSameResults(out, folder.resolve("whole"));
    JsonNode walk = numbers(out).get("walk");
    assertThat(walk.get("paths_searched").asLong()).isEqualTo(40_000);
    assertThat(walk.get("evaluations_made").asLong()).isBetween(40_000L * 2, 40_000L * 20);
    assertThat(walk.get("paths_cut_short").asLong()).isPositive();
    assertThat(searchLine(resumed)).isEqualTo(searchLine(whole)).contains(" of 40000");
  }

  /** What was verified before the stop counts, once. */
  @Test
  void aResumedRunReportsAllThatWasVerified() throws IOException {
    Files.writeString(
        folder.resolve("run.properties"), "walk.verify=midpoints\n", StandardOpenOption.APPEND);
    Path out = stopAfter(10_000, "stopped", "checkpoint.seconds=0.01");

    Shell resumed = run("-o", out, "-D", "threads=1");
    run("-o", folder.resolve("whole"));

    assertThat(resumed.err()).startsWith("going on where the run was stopped: ");
    assertSameResults(out, folder.resolve("whole"));
    JsonNode verify = numbers(out).at("/walk/verify");
    assertThat(verify.get("paths").asLong()).isEqualTo(40_000);
    assertThat(verify).isEqualTo(numbers(folder.resolve("whole")).at("/walk/verify"));
  }

  private static String searchLine(Shell run) {
    return run.out().lines().filter(line -> line.startsWith("search ")).findFirst().orElseThrow();
  }

  @Test
  void anotherRunDoesNotGoOnFromACheckpointAndDoesNotLoseItEither() throws IOException {
    Path out = stopAfter(10_000, "stopped", "checkpoint.seconds=0.01");

    Shell other = run("-o", out, "-D", "paths.seed=7", "-D", "metrics=range");

    assertThat(other.code()).isEqualTo(FoldingCli.USER);
    assertThat(other.err())
        .startsWith("output: " + out + " holds the unfinished results of a different run: ")
        .contains("paths.seed was '42' and is '7'")
        .contains("metrics was 'range,convexity-defect' and is 'range'")
        .endsWith(
            "; resume that run with the configuration it began with, choose another output folder"
                + " with -o or discard the unfinished results with --restart\n");
    Files.write(folder.resolve("moons.csv"), List.of("0.5,0.25,1"), StandardOpenOption.APPEND);
    assertThat(run("-o", out).err()).contains("the SHA-256 of file 1 of data was");
    assertThat(run("-o", out, "--restart").code()).isZero();
    assertThat(out.resolve("paths.csv")).exists();
  }

  private static Path checkpoint(Path out) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(out, ".checkpoint-*.partial")) {
      return files.iterator().next();
    }
  }

  @Test
  void aDamagedCheckpointIsRefused() throws IOException {
    Path out = stopAfter(10_000, "stopped", "checkpoint.seconds=0.01");
    Path checkpoint = checkpoint(out);
    byte[] bytes = Files.readAllBytes(checkpoint);
    bytes[bytes.length / 2] ^= 1;
    Files.write(checkpoint, bytes);

    Shell resumed = run("-o", out);

    assertThat(resumed.code()).isEqualTo(FoldingCli.USER);
    assertThat(resumed.err())
        .startsWith("output: the run cannot resume from checkpoint " + checkpoint)
        .contains(
            "it is damaged: its checksum is wrong; discard the unfinished results with --restart");
  }

  @Test
  void withoutCheckpointsNothingIsLeft() {
    Path out = stopAfter(10_000, "stopped", "checkpoint.seconds=0");

    assertThat(out).doesNotExist();
  }

  /** A failure of the machine, as far as a run can tell. */
  private Path stopAfter(long paths, String name, String property) {
    Path out = folder.resolve(name);
    int equals = property.indexOf('=');
    RunProperties properties =
        RunProperties.read(
            folder.resolve("run.properties"),
            Map.of(
                "output",
                out.toString(),
                property.substring(0, equals),
                property.substring(equals + 1)));
    ProgressListener failing =
        new ProgressListener() {
          @Override
          public void advanced(long done) {
            if (done >= paths) {
              throw new IllegalStateException("stopped");
            }
          }
        };
    try (ComponentRegistry registry = PluginLoader.load(Optional.empty())) {
      ConfiguredRun run =
          new ConfiguredRun(ConfigurationReader.read(properties, registry), registry, failing);
      assertThatThrownBy(() -> run.execute(false, false)).hasMessage("stopped");
    }
    return out;
  }

  private Shell run(Object... options) {
    List<Object> words = new ArrayList<>(List.of("run", folder.resolve("run.properties")));
    words.addAll(List.of(options));
    return Shell.run(words.toArray());
  }

  private static void assertSameResults(Path one, Path other) throws IOException {
    assertThat(one.resolve("paths.csv")).hasSameBinaryContentAs(other.resolve("paths.csv"));
    assertThat(numbers(one)).isEqualTo(numbers(other));
    for (String file : List.of("paths.npz", "paths.parquet", "distributions.json", "walks.json")) {
      assertThat(one.resolve(file)).hasSameBinaryContentAs(other.resolve(file));
    }
  }

  /** All but what tells of the place and time of the run. */
  private static ObjectNode numbers(Path out) throws IOException {
    ObjectNode summary =
        (ObjectNode) new ObjectMapper().readTree(out.resolve("summary.json").toFile());
    summary.remove(List.of("seconds", "provenance"));
    return summary;
  }
}
