package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The disk is full when only the report, the largest file, is missing: the system lets files grow
 * to little more than a megabyte.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs sh and ulimit")
final class FullDiskTest {
  private static final String LIMIT = "ulimit -f %d; exec \"$0\" \"$@\"";
  private static final int BLOCKS = 2056;

  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void writeARunWithALargeReport() throws IOException {
    out = folder.resolve("new/out");
    Files.writeString(
        folder.resolve("net.json"),
        """
        {"format": "folding-model", "version": 1, "name": "%s", "input": {"shape": [2]},
         "layers": [{"type": "dense", "weights": [[1, -1], [1, 1]], "activation": "relu"},
                    {"type": "dense", "weights": [[1, 1]]}]}
        """
            .formatted("long ".repeat(40_000)));
    Files.writeString(
        folder.resolve("run.properties"),
        """
        model=net.json
        paths=random
        paths.random.count=5000
        output=new/out
        output.formats=csv,json,html
        """);
  }

  @Test
  void aRunLeavesNothing() throws IOException, InterruptedException {
    Shell shell = limited("run", folder.resolve("run.properties"));

    assertRefused(shell, "output: " + out.resolve("report.html") + " cannot be written: ");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void aRunWithACheckpointIsFinishedByTheNext() throws IOException, InterruptedException {
    Shell full =
        limited("run", folder.resolve("run.properties"), "-D", "checkpoint.seconds=0.000001");
    assertRefused(full, "output: " + out.resolve("report.html") + " cannot be written: ");

    Shell next = Shell.run("run", folder.resolve("run.properties"));

    assertThat(next.err()).startsWith("going on where the run was stopped: ");
    assertThat(next.code()).isZero();
    assertThat(out.toFile().list())
        .containsExactlyInAnyOrder(
            "paths.csv", "summary.json", "distributions.json", "walks.json", "report.html");
  }

  @Test
  void aReportOfResultsThatAreThereLeavesThemAlone() throws IOException, InterruptedException {
    Shell.run("run", folder.resolve("run.properties"), "-D", "output.formats=json");

    Shell shell = limited("report", out);

    assertRefused(shell, out.resolve("report.html") + " cannot be written: ");
    assertThat(out.toFile().list())
        .containsExactlyInAnyOrder("summary.json", "distributions.json", "walks.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "svg", "pdf", "json", "csv"})
  void aPlaneLeavesNothing(String suffix) throws IOException, InterruptedException {
    Path file = folder.resolve("plane." + suffix);

    Shell shell = limitedTo(4, "plane", "cantornet:A/7", "--frame", "0,1,0,1", "-o", file);

    assertRefused(shell, file + " cannot be written: ");
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("net.json", "run.properties", "err");
  }

  private static void assertRefused(Shell shell, String message) {
    assertThat(shell.err()).startsWith(message).doesNotContain("Exception: java.").hasLineCount(1);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.code()).isEqualTo(FoldingCli.USER);
  }

  private Shell limited(Object... args) throws IOException, InterruptedException {
    return limitedTo(BLOCKS, args);
  }

  private Shell limitedTo(int blocks, Object... args) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("sh", "-c", LIMIT.formatted(blocks)));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-XX:-UsePerfData");
    words.add(Main.class.getName());
    for (Object arg : args) {
      words.add(arg.toString());
    }
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectError(folder.resolve("err").toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    return new Shell(code, printed, Files.readString(folder.resolve("err")));
  }
}
