package org.folding.core.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folding.api.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run that was stopped leaves, and what the next one does with it. */
final class StoppedOutputFolderTest {
  @TempDir private Path root;

  @Test
  void theFilesOfAStoppedRunAreFoundAgain() throws IOException {
    Path out = root.resolve("out");
    Path partial = stop(out, "run");

    try (OutputFolder folder = OutputFolder.open(out, false)) {
      assertThat(folder.stopped()).isTrue();
      assertThat(folder.path()).isEqualTo(out);
      assertThat(folder.checkpoint("run")).hasContent("state");
      assertThat(folder.scratch("columns")).hasContent("scratch");
      assertThat(folder.written("paths.csv")).isEmpty();
      assertThat(folder.partial("paths.csv")).isEqualTo(partial).hasContent("half");
      assertThat(folder.written("paths.csv")).contains(partial);
      folder.requireStopped(folder.checkpoint("run"));
      Files.writeString(folder.partial("paths.csv"), "whole");
      folder.commit();
    }
    assertThat(out.toFile().list()).containsExactly("paths.csv");
    assertThat(out.resolve("paths.csv")).hasContent("whole");
  }

  @Test
  void aStoppedRunIsNotStoppedWhereNothingWasPutAside() throws IOException {
    try (OutputFolder folder = OutputFolder.open(root, false)) {
      assertThat(folder.stopped()).isFalse();
      folder.requireStopped(folder.checkpoint("run"));
      Files.writeString(folder.scratch("columns"), "scratch");
      Files.writeString(folder.partial("paths.csv"), "half");
    }
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void somethingElseThatWasStoppedIsKeptAndToldOf() throws IOException {
    Path out = root.resolve("out");
    stop(out, "study");

    try (OutputFolder folder = OutputFolder.open(out, false)) {
      assertThatThrownBy(() -> folder.requireStopped(folder.checkpoint("run")))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage(
              "output: "
                  + out
                  + " holds the unfinished results of a different run; choose another output folder"
                  + " or discard the unfinished results");
    }
    try (OutputFolder folder = OutputFolder.open(out, false)) {
      assertThat(folder.checkpoint("study")).exists();
    }
  }

  @Test
  void startingAnewRemovesWhatIsLeft() throws IOException {
    Path out = root.resolve("out");
    Path partial = stop(out, "run");

    try (OutputFolder folder = OutputFolder.open(out, false)) {
      folder.partial("paths.csv");
      folder.startAnew();
      assertThat(folder.stopped()).isFalse();
      assertThat(folder.checkpoint("run")).doesNotExist();
      assertThat(folder.partial("paths.csv")).isNotEqualTo(partial).doesNotExist();
      assertThat(out.toFile().list()).containsExactly(".folding.lock");
      folder.requireStopped(folder.checkpoint("run"));
    }
    assertThat(out).isEmptyDirectory();
  }

  /** Of two runs that were killed the one with a checkpoint is taken up; the rest goes. */
  @Test
  void whatOtherRunsHaveLeftIsRemoved() throws IOException {
    stop(root, "run");
    String other = ".0b5ac9c1-0000-0000-0000-000000000000.partial";
    for (String name : List.of(".paths.csv", ".scratch-columns", ".report.html")) {
      Files.writeString(root.resolve(name + other), "left");
    }
    Files.writeString(root.resolve(".summary.json" + other + ".next"), "left");
    Files.writeString(root.resolve(".notes" + other), "mine");

    try (OutputFolder folder = OutputFolder.open(root, false)) {
      assertThat(folder.checkpoint("run")).exists();
      assertThat(folder.scratch("columns")).exists();
      assertThat(folder.partial("paths.csv")).exists();
    }
    assertThat(root)
        .isDirectoryContaining(file -> file.endsWith(".notes" + other))
        .isDirectoryNotContaining("glob:**/.{paths.csv,scratch-columns,report.html}" + other)
        .isDirectoryNotContaining("glob:**/*.next");
  }

  @Test
  void oneFileIsTheSameWhateverItIsCalled() throws IOException {
    Path file = Files.writeString(root.resolve("a"), "x");
    Path other = Files.writeString(root.resolve("b"), "x");

    Files.createDirectory(root.resolve("c"));
    assertThat(OutputFolder.isSame(file, root.resolve("c/../a"))).isTrue();
    assertThat(OutputFolder.isSame(file, other)).isFalse();
    assertThat(OutputFolder.isSame(file, root.resolve("gone"))).isFalse();
    assertThat(OutputFolder.isSame(root.resolve("gone"), root.resolve("gone"))).isFalse();
  }

  @Test
  void tellsWhyAFileCannotBeWritten() {
    Path file = root.resolve("out/paths.csv");
    String start = "output: " + file + " cannot be written: ";

    assertThat(OutputFolder.unwritable(file, new FileAlreadyExistsException("out")))
        .hasMessage(start + "a file stands where a folder is needed: out");
    assertThat(OutputFolder.unwritable(file, new NoSuchFileException("paths.csv")))
        .hasMessage(start + "folder " + root.resolve("out") + " does not exist");
    Path here = root.resolve("paths.csv");
    assertThat(OutputFolder.unwritable(here, new NoSuchFileException("paths.csv")))
        .hasMessage("output: " + here + " cannot be written: the system refuses to create it");
    IOException full = new IOException("no space left");
    assertThat(OutputFolder.unwritable(file, full))
        .hasMessage(start + "IOException: no space left")
        .hasCause(full);
  }

  /** Later changes of the collections do not change the record of a run. */
  @Test
  void theRecordOfARunIsACopy() {
    Map<String, String> configuration = new HashMap<>(Map.of("model", "net.onnx"));
    FileHash hash = new FileHash(root, "0".repeat(64));
    Provenance provenance =
        new Provenance(
            Instant.EPOCH, configuration, List.of(hash), List.of(), List.of(hash, hash), 42, 2);
    configuration.clear();

    assertThat(provenance.configuration()).containsExactly(Map.entry("model", "net.onnx"));
    assertThat(provenance.model()).containsExactly(hash);
    assertThat(provenance.data()).isEmpty();
    assertThat(provenance.plugins()).containsExactly(hash, hash);
  }

  /** As a run does that is killed between two blocks. */
  private static Path stop(Path out, String checkpoint) throws IOException {
    try (OutputFolder folder = OutputFolder.open(out, false)) {
      Files.writeString(folder.checkpoint(checkpoint), "state");
      Files.writeString(folder.scratch("columns"), "scratch");
      return Files.writeString(folder.partial("paths.csv"), "half");
    }
  }
}
