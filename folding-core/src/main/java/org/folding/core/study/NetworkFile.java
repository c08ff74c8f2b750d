package org.folding.core.study;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folding.api.InvalidInputException;
import org.folding.api.Problem;

/**
 * A network of a study, as its file's name tells of it.
 *
 * @param file the file
 * @param name its name without the ending
 * @param family the same without {@code -epochN}: what states of one training have in common
 * @param epoch the epoch of training that the state was taken after, where the name tells
 */
record NetworkFile(Path file, String name, String family, OptionalInt epoch) {
  private static final String ENDING = ".onnx";
  private static final Pattern EPOCH = Pattern.compile("(.+)-epoch(\\d{1,9})");
  private static final Pattern DIGITS = Pattern.compile("(\\d+)|(\\D+)");

  static NetworkFile of(Path file) {
    String name = file.getFileName().toString();
    name = name.substring(0, name.length() - ENDING.length());
    Matcher epoch = EPOCH.matcher(name);
    return epoch.matches()
        ? new NetworkFile(
            file, name, epoch.group(1), OptionalInt.of(Integer.parseInt(epoch.group(2))))
        : new NetworkFile(file, name, name, OptionalInt.empty());
  }

  /**
   * The networks in a folder, ordered by name, with numbers in names by their value.
   *
   * @throws InvalidInputException if there is none
   */
  static List<NetworkFile> in(Path folder) {
    List<NetworkFile> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + ENDING)) {
        found.forEach(file -> files.add(of(file)));
      } catch (IOException e) {
        throw new InvalidInputException(
            "models: folder " + folder + " cannot be read: " + e.getMessage(), e);
      }
    }
    if (files.isEmpty()) {
      String problem =
          Files.isDirectory(folder)
              ? " has no .onnx file"
              : Files.exists(folder) ? " is not a folder" : " does not exist";
      throw new InvalidInputException(
          Problem.of(
              "models: folder "
                  + folder
                  + problem
                  + " (examples/pytorch/train_mnist.py trains networks)",
              StudyRemedy.NETWORKS_FOLDER));
    }
    files.sort((a, b) -> compare(a.name(), b.name()));
    return List.copyOf(files);
  }

  /** So that 3x20 comes before 10x6, and epoch 2 before epoch 10. */
  private static int compare(String a, String b) {
    Matcher first = DIGITS.matcher(a);
    Matcher second = DIGITS.matcher(b);
    while (first.find() && second.find()) {
      int order =
          first.group(1) != null && second.group(1) != null
              ? new BigInteger(first.group(1)).compareTo(new BigInteger(second.group(1)))
              : first.group().compareTo(second.group());
      if (order != 0) {
        return order;
      }
    }
    return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }
}
