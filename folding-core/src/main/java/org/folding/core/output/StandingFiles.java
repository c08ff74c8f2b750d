package org.folding.core.output;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.folding.api.InvalidInputException;
import org.folding.api.Problem;
import org.folding.core.problem.RunRemedy;

/**
 * What stands in an output folder under the names that results have, whoever wrote it.
 *
 * @param folder the output folder, which need not exist
 */
record StandingFiles(Path folder) {

  /**
   * @throws InvalidInputException if there is anything
   */
  void requireNone() {
    List<String> names =
        ResultFiles.ALL.stream().filter(name -> Files.exists(folder.resolve(name))).toList();
    if (!names.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(
              "output: " + folder + " already holds " + String.join(", ", names),
              RunRemedy.OTHER_OUTPUT,
              RunRemedy.OVERWRITE));
    }
  }

  /**
   * @throws InvalidInputException if there is what no file may replace: a folder or a device
   */
  void requireFiles() {
    for (String name : ResultFiles.ALL) {
      Path file = folder.resolve(name);
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new InvalidInputException(
            Problem.of(
                "output: "
                    + file
                    + (Files.isDirectory(file) ? " is a folder" : " is a device or the like")
                    + ", but results are files",
                RunRemedy.OTHER_OUTPUT));
      }
    }
  }

  /**
   * @param read files that are read
   * @throws InvalidInputException if one of them would be replaced or removed
   */
  void requireUnread(Collection<Path> read) {
    for (String name : ResultFiles.ALL) {
      Path file = folder.resolve(name);
      for (Path input : read) {
        if (OutputFolder.isSame(file, input)) {
          throw new InvalidInputException(
              Problem.of(
                  "output: " + file + " is read by this run, which would overwrite it",
                  RunRemedy.OTHER_OUTPUT,
                  RunRemedy.RENAME_INPUT));
        }
      }
    }
  }
}
