package org.folding.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folding.api.InvalidInputException;

/**
 * What the fuzzer Jazzer calls with one file after the other, in a JVM of its own; public because
 * it wants that. Anything but an {@link InvalidInputException} of single lines is a finding.
 */
public final class FuzzTarget {
  /** The system property that names the {@link FuzzedReader}. */
  static final String READER = "folding.fuzz.reader";

  private static FuzzedReader reader;
  private static Path file;

  private FuzzTarget() {}

  /** Called by Jazzer before anything else. */
  public static void fuzzerInitialize() throws IOException {
    reader = FuzzedReader.of(System.getProperty(READER));
    file = Files.createTempDirectory("folding-fuzz").resolve("input" + reader.ending());
    file.toFile().deleteOnExit();
    file.getParent().toFile().deleteOnExit();
  }

  /** Called by Jazzer for each input. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    read(reader, file);
  }

  /** Reads a file, which must go well or be refused in words. */
  static void read(FuzzedReader reader, Path file) {
    try {
      reader.read(file);
    } catch (InvalidInputException e) {
      for (String problem : e.problems()) {
        if (problem.isBlank() || problem.indexOf('\n') >= 0 || problem.indexOf('\r') >= 0) {
          throw new AssertionError("no single line: " + problem, e);
        }
      }
    }
  }
}
