package org.folding.core.output;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.api.Problem;
import org.folding.core.problem.RunRemedy;

/**
 * The folder that receives a run's files. They are written under hidden names and get their own
 * names only when all of them are whole; a run that fails leaves neither files nor new folders.
 *
 * <p>The exception are runs that have put a {@linkplain #checkpoint checkpoint} aside: when they
 * are stopped their hidden files stay, and the next run finds them under the same hidden names.
 */
public final class OutputFolder implements AutoCloseable {
  private final Path folder;
  private final StandingFiles standing;
  private final boolean force;
  private final List<Path> created;
  private Optional<OutputLock> lock = Optional.empty();
  private HiddenFiles hidden;
  private boolean stopped;
  private final Map<String, Path> partials = new LinkedHashMap<>();
  private boolean committed;

  private OutputFolder(Path folder, boolean force, List<Path> created) {
    this.folder = folder;
    this.standing = new StandingFiles(folder);
    this.force = force;
    this.created = created;
    this.hidden = HiddenFiles.fresh(folder);
  }

  /**
   * Creates the folder where it is missing.
   *
   * @param folder where the files are to appear
   * @param force whether files that have the names of results may be replaced
   * @return the folder
   * @throws InvalidInputException as {@link #open(Path, boolean, Collection)}
   */
  public static OutputFolder open(Path folder, boolean force) {
    return open(folder, force, List.of());
  }

  /**
   * Creates the folder where it is missing. Results in it that a run had begun to give their names
   * when it was killed get them all.
   *
   * @param folder where the files are to appear
   * @param force whether files that have the names of results may be replaced
   * @param read files that are read and may not be replaced
   * @return the folder
   * @throws InvalidInputException if there are files that have the names of results and {@code
   *     force} is false or they are read, or the folder cannot be written to
   */
  public static OutputFolder open(Path folder, boolean force, Collection<Path> read) {
    requireNoFile(folder);
    Publication.completeOthers(folder);
    OutputFolder output = new OutputFolder(folder, force, missing(folder));
    output.standing.requireFiles();
    output.requireUnread(read);
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
      output.takeUpStopped();
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
    if (!force) {
      standing.requireNone();
    }
  }

  /**
   * Refuses to replace what is read.
   *
   * @param read files that are read
   * @throws InvalidInputException if one of them lies here under the name of a result
   */
  public void requireUnread(Collection<Path> read) {
    standing.requireUnread(read);
  }

  /** Takes the hidden names of a run that was stopped, and removes what others have left. */
  private void takeUpStopped() {
    if (lock.isEmpty()) {
      return; // one that holds no lock may still run
    }
    HiddenFiles.ofStopped(folder)
        .ifPresent(
            files -> {
              hidden = files;
              stopped = true;
            });
    hidden.deleteOthers();
  }

  /**
   * @return whether a run that was stopped has left checkpoints here, to which {@link #checkpoint}
   *     leads
   */
  public boolean stopped() {
    return stopped;
  }

  /** Removes everything that a stopped run has left. */
  public void startAnew() {
    hidden.deleteAll();
    hidden = HiddenFiles.fresh(folder);
    stopped = false;
    partials.clear();
  }

  /**
   * A file that is not a result, but what a run needs to go on after it was stopped. It is removed
   * by {@link #commit}.
   *
   * @param name distinguishes checkpoints of one folder; without path separators
   * @return where the checkpoint is or may be written
   */
  public Path checkpoint(String name) {
    return hidden.checkpoint(name);
  }

  /**
   * Refuses the remains of a stopped run or study of another kind.
   *
   * @param checkpoint a checkpoint of the own kind
   * @throws InvalidInputException if there are checkpoints, but not that one
   */
  public void requireStopped(Path checkpoint) {
    if (stopped && !Files.exists(checkpoint)) {
      throw new InvalidInputException(
          Problem.of(
              "output: " + folder + " holds the unfinished results of a different run",
              RunRemedy.OTHER_OUTPUT,
              RunRemedy.START_OVER));
    }
  }

  /**
   * A file that a run needs while it lasts, and after it was stopped if there is a checkpoint.
   *
   * @param name distinguishes such files of one folder; without path separators
   * @return where the file is or may be written
   */
  public Path scratch(String name) {
    return hidden.scratch(name);
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
    return partials.computeIfAbsent(name, hidden::result);
  }

  /**
   * A file that is whole, but has not got its name yet: what a report is made of.
   *
   * @param name the name that a file is to have
   * @return where it is until {@link #commit}; empty where nothing has been written under that name
   */
  public Optional<Path> written(String name) {
    return Optional.ofNullable(partials.get(name)).filter(Files::exists);
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
    List<String> names = List.copyOf(partials.keySet());
    Publication publication = new Publication(hidden);
    publication.begin(names);
    committed = true;
    publication.giveNames(names);
  }

  /** Removes what was written, unless it was committed or a checkpoint leads to it. */
  @Override
  public void close() {
    boolean kept = committed;
    try {
      kept = committed || !hidden.checkpoints().isEmpty();
      if (!kept) {
        partials.values().forEach(HiddenFiles::delete);
        hidden.deleteScratch();
      }
    } finally {
      lock.ifPresent(OutputLock::close);
      lock = Optional.empty();
    }
    if (!kept) {
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

  /**
   * Tells whether writing one file would replace another, whatever each is called.
   *
   * @param file a file, which need not exist
   * @param read one that is read, which need not exist either
   * @return whether both exist and are the same
   */
  public static boolean isSame(Path file, Path read) {
    try {
      return Files.exists(file) && Files.exists(read) && Files.isSameFile(file, read);
    } catch (IOException e) {
      throw new InvalidInputException(read + " cannot be compared: " + e.getMessage(), e);
    }
  }

  /**
   * Explains why a file cannot be written.
   *
   * @param file the file
   * @param e what went wrong
   * @return what to throw
   */
  public static InvalidInputException unwritable(Path file, IOException e) {
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
}
