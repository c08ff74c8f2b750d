package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {
  @TempDir private Path folder;

  @Test
  void showsTheClosedFormAndLeavesFilesToStartFrom() throws IOException {
    Path target = folder.resolve("my demo");

    Shell shell = Shell.run("demo", "-o", target);

    assertThat(shell.complaints()).isEmpty();
    assertThat(shell.code()).isZero();
    // r1 = 2k, r2 = 2^(k+1) − 2, regions 2^(k+1) − 1, χ = 1 − k/(2^k − 1).
    assertThat(shell.out())
        .contains("recursions k  regions  r1   r2  folding  1 - k/(2^k - 1)\n")
        .contains("           1        3   2    2        0                0\n")
        .contains("           6      127  12  126   0.9048           0.9048\n");
    assertThat(target.resolve("results/paths.csv")).isNotEmptyFile();
    assertThat(new ObjectMapper().readTree(target.resolve("results/summary.json").toFile()))
        .isNotEmpty();

    List<String> next = shell.out().lines().filter(line -> line.startsWith("  folding ")).toList();
    assertThat(next).hasSize(3);
    for (String command : next) {
      assertThat(Shell.run(words(command)).code()).as(command).isZero();
    }
    assertThat(target.resolve("sampled/paths.csv")).isNotEmptyFile();
  }

  /** 1951 of the 2000 paths flip at all, which is 97.55 %. */
  @Test
  void aNumberReadsTheSameOnTheConsoleAndInTheReport() throws IOException {
    Shell shell = Shell.run("demo", "-o", folder.resolve("demo"));

    Path results = folder.resolve("demo/results");
    assertThat(
            new ObjectMapper()
                .readTree(results.resolve("summary.json").toFile())
                .at("/metrics/range/max/share_nonzero")
                .asDouble())
        .isEqualTo(0.9755);
    assertThat(shell.out()).contains(" 97.6 %").doesNotContain("97.5 %");
    assertThat(Files.readString(results.resolve("report.html")))
        .contains(">97.6 %<")
        .doesNotContain("97.5 %");
  }

  @Test
  void doesNotReplaceAnEarlierDemo() throws IOException {
    Path mine = Files.writeString(folder.resolve("moons.properties"), "mine");

    Shell shell = Shell.run("demo", "-o", folder);

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err())
        .isEqualTo(
            "demo: "
                + mine
                + " is there from an earlier demo; remove the folder or choose another with -o\n");
    assertThat(mine).hasContent("mine");
  }

  @Test
  void quotesFileNamesForTheShell() {
    assertThat(DemoFiles.quoted(Path.of("a/b-1.csv"))).isEqualTo("a/b-1.csv");
    assertThat(DemoFiles.quoted(Path.of("a b/it's"))).isEqualTo("'a b/it'\\''s'");
  }

  /** The words of a command as a shell takes them apart, without the program's name. */
  private static Object[] words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(command);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words.subList(1, words.size()).toArray();
  }
}
