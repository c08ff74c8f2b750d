package org.folding.core.result;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folding.api.InvalidInputException;

/**
 * The folder that receives a run's files. They are written under hidden names and get their own
 * names only when all of them are whole; a run that fails leaves neither files nor new folders.
 */
public final class OutputFolder implements AutoCloseable {
  /** The file for people, which is made of the others. */
  public static final String REPORT = "report.html";

  /** Whatever a run may write. */
  private static final List<String> RESULTS =
      List.of(
          CsvSink.FILE_NAME,
          SummaryJson.FILE_NAME,
          Distributions.FILE_NAME,
          WalksJson.FILE_NAME,
          REPORT);

  private static final String PARTIAL = ".partial";

  private final Path folder;
  private final boolean force;
  private final List<Path> created;
  private Optional<OutputLock> lock = Optional.empty();
  private final String suffix = "." + UUID.randomUUID() + PARTIAL;
  private final Map<String, Path> partials = new LinkedHashMap<>();
  private boolean committed;

  private OutputFolder(Path folder, boolean force, List<Path> created) {
    this.folder = folder;
    this.force = force;
    this.created = created;
  }

  /**
   * Creates the folder where it is missing.
   *
   * @param folder where the files are to appear
   * @param force whether results of an earlier run may be replaced
   * @return the folder
   * @throws InvalidInputException if there are results and {@code force} is false, or the folder
   *     cannot be written to
   */
  public static OutputFolder open(Path folder, boolean force) {
    requireNoFile(folder);
    OutputFolder output = new OutputFolder(folder, force, missing(folder));
    output.refuseResults();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      output.close();
      throw unwritable(folder, e);
    }
    if (!Files.isWritable(folder)) {
      output.close();
      throw new InvalidInputException("output: folder " + folder + " is not writable");
    }
    try {
      output.lock = OutputLock.take(folder);
      output.refuseResults(); // of a run that ended between the first look and the lock
      output.removeRemains();
    } catch (InvalidInputException e) {
      output.close();
      throw e;
    }
    return output;
  }

  private static void requireNoFile(Path folder) {
    Path at = folder.toAbsolutePath().normalize();
    while (at != null && !Files.exists(at)) {
      at = at.getParent();
    }
    if (at != null && !Files.isDirectory(at)) {
      throw new InvalidInputException("output: " + at + " is a file, not a folder");
    }
  }

  private void refuseResults() {
    for (String name : force ? List.<String>of() : RESULTS) {
      if (Files.exists(folder.resolve(name))) {
        throw new InvalidInputException(
            "output: "
                + folder.resolve(name)
                + " holds the results of another run; choose another folder with -o,"
                + " or replace them with --force");
      }
    }
  }

  /** Removes what a run that was killed left half written; a running one would hold the lock. */
  private void removeRemains() {
    if (lock.isEmpty()) {
      return;
    }
    try (DirectoryStream<Path> remains =
        Files.newDirectoryStream(folder, ".{" + String.join(",", RESULTS) + "}.*" + PARTIAL)) {
      remains.forEach(OutputFolder::delete);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** The folders that do not exist yet, innermost first. */
  private static List<Path> missing(Path folder) {
    List<Path> missing = new ArrayList<>();
    Path at = folder.toAbsolutePath().normalize();
    while (at != null && Files.notExists(at)) {
      missing.add(at);
      at = at.getParent();
    }
    return missing;
  }

  /**
   * @return the folder
   */
  public Path path() {
    return folder;
  }

  /**
   * @param name the name that a file is to have
   * @return where to write it until {@link #commit}
   */
  public Path partial(String name) {
    return partials.computeIfAbsent(name, key -> folder.resolve("." + key + suffix));
  }

  /**
   * Gives every file its name. Results of an earlier run that this one does not write are removed,
   * so that a folder never holds files of two runs.
   *
   * @throws InvalidInputException if another run has left its results here in the meantime and may
   *     not be replaced, or a file cannot be written
   */
  public void commit() {
    refuseResults();
    for (String name : RESULTS) {
      if (!partials.containsKey(name)) {
        delete(folder.resolve(name));
      }
    }
    partials.forEach(
        (name, partial) -> {
          try {
            move(partial, folder.resolve(name));
          } catch (IOException e) {
            throw unwritable(folder.resolve(name), e);
          }
        });
    committed = true;
  }

  /** Removes what was written, unless it was committed. */
  @Override
  public void close() {
    try {
      if (!committed) {
        partials.values().forEach(OutputFolder::delete);
      }
    } finally {
      lock.ifPresent(OutputLock::close);
      lock = Optional.empty();
    }
    if (!committed) {
      removeCreated();
    }
  }

  private void removeCreated() {
    for (Path made : created) {
      try {
        Files.deleteIfExists(made);
      } catch (DirectoryNotEmptyException e) {
        return; // somebody else put files there
      } catch (IOException e) {
        throw unwritable(made, e);
      }
    }
  }

  static InvalidInputException unwritable(Path file, IOException e) {
    String reason;
    if (e instanceof FileAlreadyExistsException) {
      reason = "a file stands where a folder is needed: " + e.getMessage();
    } else if (e instanceof NoSuchFileException && Files.notExists(file.getParent())) {
      reason = "folder " + file.getParent() + " does not exist";
    } else if (e instanceof NoSuchFileException) {
      reason = "the system refuses to create it";
    } else {
      reason = e.getClass().getSimpleName() + ": " + e.getMessage();
    }
    return new InvalidInputException("output: " + file + " cannot be written: " + reason, e);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
