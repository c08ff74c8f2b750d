package org.folding.core.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.folding.api.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class OutputFolderTest {
  @TempDir private Path root;

  @Test
  void filesAppearOnCommitAlone() throws IOException {
    Path out = root.resolve("a/b");
    try (OutputFolder folder = OutputFolder.open(out, false)) {
      Files.writeString(folder.partial("paths.csv"), "whole");
      assertThat(out.resolve("paths.csv")).doesNotExist();
      folder.commit();
    }
    assertThat(out.resolve("paths.csv")).hasContent("whole");
    assertThat(out).isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("."));
  }

  @Test
  void withoutCommitNothingIsLeft() throws IOException {
    try (OutputFolder folder = OutputFolder.open(root.resolve("a/b"), false)) {
      Files.writeString(folder.partial("paths.csv"), "half");
    }
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void foldersThatWereThereStay() throws IOException {
    Path out = Files.createDirectories(root.resolve("a"));
    try (OutputFolder folder = OutputFolder.open(out, false)) {
      Files.writeString(folder.partial("paths.csv"), "half");
    }
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void refusesResultsOfAnotherRun() throws IOException {
    Files.writeString(root.resolve("summary.json"), "{}");

    assertThatThrownBy(() -> OutputFolder.open(root, false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "output: %s already holds summary.json; choose another output folder or overwrite the"
                + " results",
            root);
    assertThat(root.resolve("summary.json")).hasContent("{}");
  }

  @Test
  void forceReplacesAllResultsButOnlyOnCommit() throws IOException {
    Files.writeString(root.resolve("paths.csv"), "old");
    Files.writeString(root.resolve("summary.json"), "old");
    Files.writeString(root.resolve("notes.txt"), "mine");

    try (OutputFolder folder = OutputFolder.open(root, true)) {
      Files.writeString(folder.partial("summary.json"), "half");
    }
    assertThat(root.resolve("paths.csv")).hasContent("old");
    assertThat(root.resolve("summary.json")).hasContent("old");

    try (OutputFolder folder = OutputFolder.open(root, true)) {
      Files.writeString(folder.partial("summary.json"), "new");
      folder.commit();
    }
    assertThat(root.resolve("paths.csv")).doesNotExist();
    assertThat(root.resolve("summary.json")).hasContent("new");
    assertThat(root.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links take a privilege")
  void refusesToReplaceWhatIsRead() throws IOException {
    Path read = Files.writeString(root.resolve("paths.csv"), "from,to\n0,1\n");
    Path link = Files.createSymbolicLink(root.resolve("pairs.csv"), read);
    Path other = Files.writeString(root.resolve("other.csv"), "");

    for (Path input : List.of(read, link)) {
      // With or without leave to replace: it would be refused next.
      for (boolean force : new boolean[] {false, true}) {
        assertThatThrownBy(() -> OutputFolder.open(root, force, List.of(other, input)))
            .isInstanceOf(InvalidInputException.class)
            .hasMessage(
                "output: %s is read by this run, which would overwrite it; choose another output"
                    + " folder or rename that file",
                read);
      }
    }
    OutputFolder.open(root, true, List.of(other)).close();
    assertThat(read).hasContent("from,to\n0,1");
  }

  /** It would be told when all is computed, or an empty folder would be gone. */
  @Test
  void refusesAFolderInPlaceOfAResult() throws IOException {
    Path taken = Files.createDirectory(root.resolve("summary.json"));

    for (boolean force : new boolean[] {false, true}) {
      assertThatThrownBy(() -> OutputFolder.open(root, force))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage(
              "output: %s is a folder, but results are files; choose another output folder", taken);
    }
  }

  /** What it leads to belongs to somebody else. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links take a privilege")
  void aLinkIsReplacedAndNotFollowed() throws IOException {
    Path mine = Files.writeString(root.resolve("mine.csv"), "mine");
    Path link = Files.createSymbolicLink(root.resolve("paths.csv"), mine);

    try (OutputFolder folder = OutputFolder.open(root, true)) {
      Files.writeString(folder.partial("paths.csv"), "whole");
      folder.commit();
    }
    assertThat(link).isRegularFile().hasContent("whole");
    assertThat(Files.isSymbolicLink(link)).isFalse();
    assertThat(mine).hasContent("mine");
  }

  /** As where the file system has no locks, or the files were copied there. */
  @Test
  void resultsThatAppearDuringARunAreKept() throws IOException {
    try (OutputFolder folder = OutputFolder.open(root, false)) {
      Files.writeString(folder.partial("paths.csv"), "first");
      Files.writeString(root.resolve("paths.csv"), "second");

      assertThatThrownBy(folder::commit)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("%s already holds paths.csv", root);
    }
    assertThat(root.resolve("paths.csv")).hasContent("second");
    assertThat(root.toFile().list()).containsExactly("paths.csv");
  }

  @Test
  void refusesAFileInPlaceOfTheFolder() throws IOException {
    Path file = Files.writeString(root.resolve("out"), "x");

    assertThatThrownBy(() -> OutputFolder.open(file, false))
        .hasMessage("output: %s is a file, not a folder", file);
    assertThatThrownBy(() -> OutputFolder.open(file.resolve("deeper"), false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("output: %s is a file, not a folder", file);
  }

  @Test
  void refusesAFolderThatAnotherRunWritesTo() throws IOException {
    Path out = root.resolve("out");
    try (OutputFolder first = OutputFolder.open(out, false)) {
      Files.writeString(first.partial("paths.csv"), "first");

      assertThatThrownBy(() -> OutputFolder.open(out, true))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage(
              "output: another run is writing to %s; wait until that run has ended or choose another"
                  + " output folder",
              out);
      first.commit();
    }
    assertThat(out.resolve("paths.csv")).hasContent("first");

    try (OutputFolder second = OutputFolder.open(out, true)) {
      Files.writeString(second.partial("paths.csv"), "second");
      second.commit();
    }
    assertThat(out.resolve("paths.csv")).hasContent("second");
    assertThat(out).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void theFolderIsLockedForOtherProcessesToo() throws IOException, InterruptedException {
    Path out = root.resolve("out");
    try (OutputFolder folder = OutputFolder.open(out, false)) {
      assertThat(folder.path()).isEqualTo(out);
      assertThat(openInAnotherProcess(out)).contains("another run is writing to " + out);
    }
    assertThat(openInAnotherProcess(out)).isEmpty();
  }

  /** To a process that may write no byte a disk is as good as full: it can make files still. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs sh and ulimit")
  void aFullDiskLeavesNeitherALockNorNewFolders() throws IOException, InterruptedException {
    String output =
        openInAnotherProcess(
            root.resolve("new/out"),
            "sh",
            "-c",
            "ulimit -f 0; exec \"$0\" -XX:-UsePerfData \"$@\"");

    assertThat(output)
        .contains("output: " + root.resolve("new/out/.folding.lock") + " cannot be written: ");
    assertThat(root).isEmptyDirectory();
  }

  private static String openInAnotherProcess(Path out, String... through)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(through));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Opener.class.getName(),
            out.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  /** Opens and closes an output folder as a program of its own. */
  static final class Opener {
    private Opener() {}

    public static void main(String[] args) {
      OutputFolder.open(Path.of(args[0]), false).close();
    }
  }

  @Test
  void removesWhatAKilledRunLeft() throws IOException {
    Files.writeString(root.resolve(".folding.lock"), "");
    Files.writeString(root.resolve(".paths.csv.0b5ac9c1.partial"), "half");
    Files.writeString(root.resolve(".notes.partial"), "mine");

    try (OutputFolder folder = OutputFolder.open(root, false)) {
      Files.writeString(folder.partial("paths.csv"), "whole");
      folder.commit();
    }
    assertThat(root.toFile().list()).containsExactlyInAnyOrder("paths.csv", ".notes.partial");
  }

  /** A folder in the way of a file stops a run at the moment that is to be survived. */
  @Test
  void completesWhatEndedBetweenTwoOfItsFiles() throws IOException {
    Path obstacle = root.resolve("summary.json");
    Files.writeString(root.resolve("walks.json"), "of the run before");
    try (OutputFolder folder = OutputFolder.open(root, true)) {
      Files.writeString(folder.partial("paths.csv"), "paths");
      Files.writeString(folder.partial("summary.json"), "summary");
      Files.writeString(folder.partial("report.html"), "report");
      Files.writeString(folder.checkpoint("run"), "done");
      Files.createDirectories(obstacle.resolve("inner"));
      assertThatThrownBy(folder::commit).hasMessageContaining("summary.json cannot be written");
    }
    assertThat(root.resolve("report.html")).doesNotExist();
    Files.delete(obstacle.resolve("inner"));
    Files.delete(obstacle);

    assertThatThrownBy(() -> OutputFolder.open(root, false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("already holds paths.csv, summary.json, report.html");

    assertThat(root.toFile().list())
        .containsExactlyInAnyOrder("paths.csv", "summary.json", "report.html");
    assertThat(obstacle).hasContent("summary");
    assertThat(root.resolve("report.html")).hasContent("report");
  }
}
