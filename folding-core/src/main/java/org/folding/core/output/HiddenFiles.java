package org.folding.core.output;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that a run writes before its results get their names: the results, checkpoints, and
 * what else it needs meanwhile. Their hidden names all end with a suffix that is the run's own.
 *
 * @param folder the output folder
 * @param suffix the suffix
 */
record HiddenFiles(Path folder, String suffix) {
  private static final String PARTIAL = ".partial";

  /** Behind the name of a file that is to replace one of that name. */
  private static final String NEXT = ".next";

  private static final String CHECKPOINT = ".checkpoint-";
  private static final String SCRATCH = ".scratch-";
  private static final String NOTE = ".commit";

  private static final Pattern STOPPED =
      Pattern.compile(
          Pattern.quote(CHECKPOINT) + ".*(\\.[0-9a-f-]{36}" + Pattern.quote(PARTIAL) + ")");

  /** Names for a new run. */
  static HiddenFiles fresh(Path folder) {
    return new HiddenFiles(folder, "." + UUID.randomUUID() + PARTIAL);
  }

  /** The files of a run that has left a checkpoint; one that still runs would hold the lock. */
  static Optional<HiddenFiles> ofStopped(Path folder) {
    return in(folder, CHECKPOINT + "*" + PARTIAL).stream()
        .map(checkpoint -> STOPPED.matcher(checkpoint.getFileName().toString()))
        .filter(Matcher::matches)
        .map(matcher -> new HiddenFiles(folder, matcher.group(1)))
        .findFirst();
  }

  /** The files of runs that have begun to give them their names. */
  static List<HiddenFiles> begun(Path folder) {
    return in(folder, NOTE + ".*" + PARTIAL).stream()
        .map(note -> note.getFileName().toString().substring(NOTE.length()))
        .map(suffix -> new HiddenFiles(folder, suffix))
        .toList();
  }

  /** Where a result is written. */
  Path result(String name) {
    return folder.resolve("." + name + suffix);
  }

  Path checkpoint(String name) {
    return folder.resolve(CHECKPOINT + name + suffix);
  }

  Path scratch(String name) {
    return folder.resolve(SCRATCH + name + suffix);
  }

  /** Which results are about to get their names, see {@link Publication}. */
  Path note() {
    return folder.resolve(NOTE + suffix);
  }

  /** Where what is to replace a file is written. */
  static Path next(Path file) {
    return file.resolveSibling(file.getFileName() + NEXT);
  }

  List<Path> checkpoints() {
    return in(folder, CHECKPOINT + "*" + suffix);
  }

  void deleteCheckpoints() {
    checkpoints().forEach(HiddenFiles::delete);
  }

  void deleteScratch() {
    in(folder, SCRATCH + "*" + suffix).forEach(HiddenFiles::delete);
  }

  void deleteAll() {
    in(folder, ".*" + suffix).forEach(HiddenFiles::delete);
  }

  /** Deletes what other runs, which were killed, have left. */
  void deleteOthers() {
    Stream<String> hidden =
        Stream.concat(
            ResultFiles.ALL.stream().map(name -> "." + name),
            Stream.of(NOTE, CHECKPOINT + "*", SCRATCH + "*"));
    String names = hidden.collect(Collectors.joining(",", "{", "}"));
    for (Path file : in(folder, names + ".*" + PARTIAL + "{," + NEXT + "}")) {
      if (!file.getFileName().toString().endsWith(suffix)) {
        delete(file);
      }
    }
  }

  private static List<Path> in(Path folder, String glob) {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
        found.forEach(files::add);
      } catch (IOException e) {
        throw OutputFolder.unwritable(folder, e);
      }
    }
    return files;
  }

  /** Deletes a file if it exists. */
  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw OutputFolder.unwritable(file, e);
    }
  }
}
