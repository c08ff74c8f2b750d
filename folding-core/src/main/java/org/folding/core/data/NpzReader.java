package org.folding.core.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.folding.api.InvalidInputException;
import org.folding.api.Problem;
import org.folding.core.problem.RunRemedy;

/** Reads one array of an .npz file: a zip file whose members are .npy files. */
final class NpzReader {
  private static final String SUFFIX = ".npy";

  private NpzReader() {}

  /**
   * Reads a member.
   *
   * @param file the file
   * @param wanted the member's name with or without .npy; empty for the only one
   * @param other a member that is not meant where no name is given
   * @param labels whether labels are wanted; decides over the remedy of a problem
   */
  static NumericArray read(
      Path file, Optional<String> wanted, Optional<String> other, boolean labels) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<String> names = names(zip);
      String name = choose(file, names, wanted, other, labels);
      ZipEntry entry = zip.getEntry(name + SUFFIX);
      try (InputStream stream = zip.getInputStream(entry)) {
        CheckedInputStream bytes =
            new CheckedInputStream(new BufferedInputStream(stream, 1 << 16), new CRC32());
        NumericArray array =
            NpyReader.read(new ByteSource(file + ", member '" + name + "',", bytes, -1));
        if (bytes.getChecksum().getValue() != entry.getCrc()) {
          throw new InvalidInputException(
              file + ", member '" + name + "', is damaged: its checksum is wrong");
        }
        return array;
      }
    } catch (IOException e) {
      throw InputFile.unreadable(file, e);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(file + " is damaged: " + e.getMessage(), e);
    }
  }

  private static List<String> names(ZipFile zip) {
    List<String> names = new ArrayList<>();
    zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.endsWith(SUFFIX))
        .forEach(name -> names.add(name.substring(0, name.length() - SUFFIX.length())));
    return names;
  }

  private static String choose(
      Path file,
      List<String> names,
      Optional<String> wanted,
      Optional<String> other,
      boolean labels) {
    if (wanted.isPresent()) {
      String name = bare(wanted.get());
      if (!names.contains(name)) {
        throw new InvalidInputException(
            file + " has no member '" + name + "', only " + String.join(", ", names));
      }
      return name;
    }
    List<String> candidates = new ArrayList<>(names);
    other.ifPresent(name -> candidates.remove(bare(name)));
    if (candidates.size() != 1) {
      throw new InvalidInputException(
          candidates.isEmpty()
              ? Problem.of(file + " has no .npy member to read")
              : Problem.of(
                  file + " has several members: " + String.join(", ", candidates),
                  labels ? RunRemedy.NAME_LABELS_MEMBER : RunRemedy.NAME_DATA_MEMBER));
    }
    return candidates.get(0);
  }

  private static String bare(String name) {
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }
}
