package org.folding.core.output;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import org.folding.api.InvalidInputException;

/**
 * Gives the hidden files of a run their names. Which these are is noted before: so a run that is
 * killed between two of them is completed by whoever opens the folder next, and no folder stays
 * with a part of the results, or with those of two runs.
 *
 * @param files the hidden files
 */
record Publication(HiddenFiles files) {

  /**
   * Completes what runs had begun that were killed. Where the file system has no locks nothing is
   * done, as they might still run.
   *
   * @param folder the output folder, which need not exist
   * @throws InvalidInputException if a run that has begun does still run
   */
  static void completeOthers(Path folder) {
    if (HiddenFiles.begun(folder).isEmpty()) {
      return;
    }
    OutputLock.take(folder).ifPresent(lock -> completeOthers(folder, lock));
  }

  private static void completeOthers(Path folder, OutputLock lock) {
    try {
      HiddenFiles.begun(folder).forEach(files -> new Publication(files).complete());
    } finally {
      lock.close();
    }
  }

  private void complete() {
    List<String> names;
    try {
      names = Files.readAllLines(files.note());
    } catch (IOException e) {
      throw new InvalidInputException(
          "output: " + files.note() + " cannot be read: " + e.getMessage(), e);
    }
    giveNames(names.stream().filter(ResultFiles.ALL::contains).toList());
  }

  /**
   * Notes which results are to be there. From then on they will be, however this run ends; but for
   * a disk that has no room even for that.
   *
   * @param names the results
   */
  void begin(Collection<String> names) {
    Path draft = HiddenFiles.next(files.note());
    try {
      Files.write(draft, names);
      move(draft, files.note());
    } catch (IOException e) {
      HiddenFiles.delete(draft);
    }
  }

  /**
   * Gives results their names, and removes those of other names and what the run needed.
   *
   * @param names the results; one without a hidden file has its name already
   */
  void giveNames(Collection<String> names) {
    for (String name : ResultFiles.ALL) {
      if (!names.contains(name)) {
        HiddenFiles.delete(files.folder().resolve(name));
      }
    }
    for (String name : names) {
      Path file = files.folder().resolve(name);
      try {
        if (Files.exists(files.result(name))) {
          move(files.result(name), file);
        }
      } catch (IOException e) {
        throw OutputFolder.unwritable(file, e);
      }
    }
    files.deleteCheckpoints();
    files.deleteScratch();
    HiddenFiles.delete(files.note());
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
