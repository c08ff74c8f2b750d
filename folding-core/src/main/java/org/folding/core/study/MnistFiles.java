package org.folding.core.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.api.Problem;

/**
 * The test set in a folder that is laid out as MNIST and its successors come: {@code
 * t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, compressed ({@code .gz}) or not, with
 * a dash or a dot before {@code idx}.
 *
 * @param images the file of the images
 * @param labels the file of their labels
 */
public record MnistFiles(Path images, Path labels) {
  private static final List<String> PARTS = List.of("images-idx3", "labels-idx1");

  /**
   * Finds the test set.
   *
   * @param folder a folder
   * @return the two files
   * @throws InvalidInputException if the folder or a file is missing
   */
  public static MnistFiles testSet(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(
          Problem.of(
              "data: " + folder + (Files.exists(folder) ? " is not a folder" : " does not exist"),
              StudyRemedy.MNIST_FOLDER,
              StudyRemedy.MNIST_DOWNLOAD));
    }
    List<Problem> problems = new ArrayList<>();
    List<Path> found = new ArrayList<>();
    for (String part : PARTS) {
      Optional<Path> file = find(folder, "t10k-" + part + "-ubyte");
      file.ifPresentOrElse(
          found::add,
          () ->
              problems.add(
                  Problem.of(
                      "data: "
                          + folder
                          + " has no t10k-"
                          + part
                          + "-ubyte(.gz) of MNIST's test set",
                      StudyRemedy.MNIST_FOLDER,
                      StudyRemedy.MNIST_DOWNLOAD)));
    }
    if (!problems.isEmpty()) {
      throw InvalidInputException.of(problems);
    }
    return new MnistFiles(found.get(0), found.get(1));
  }

  static Optional<Path> find(Path folder, String name) {
    for (String spelled : List.of(name, name.replace("-idx", ".idx"))) {
      for (String ending : List.of("", ".gz")) {
        Path file = folder.resolve(spelled + ending);
        if (Files.isRegularFile(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }
}
