package com.example.nnet;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folding.api.InvalidInputException;

/** The lines of an NNet file, one after the other. Every problem names the file and the line. */
final class NnetLines implements AutoCloseable {
  private static final int GREATEST_SIZE = 1_000_000;

  private final Path file;
  private final BufferedReader reader;
  private int number;

  private NnetLines(Path file, BufferedReader reader) {
    this.file = file;
    this.reader = reader;
  }

  static NnetLines open(Path file) {
    try {
      return new NnetLines(file, Files.newBufferedReader(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Reads positive whole numbers. */
  int[] sizes(int count, String what) {
    double[] numbers = numbers(count, what);
    int[] sizes = new int[count];
    for (int i = 0; i < count; i++) {
      sizes[i] = (int) numbers[i];
      require(
          sizes[i] == numbers[i] && sizes[i] >= 1 && sizes[i] <= GREATEST_SIZE,
          "holds " + numbers[i] + " but sizes must be whole numbers from 1 to " + GREATEST_SIZE);
    }
    return sizes;
  }

  /** Reads finite numbers that commas separate; a comma may also stand behind the last one. */
  double[] numbers(int count, String what) {
    String[] parts = next(what).split(",");
    require(
        parts.length == count,
        "has " + parts.length + " values but must have " + count + ": " + what);
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = number(parts[i].strip());
    }
    return numbers;
  }

  private double number(String text) {
    double number = Double.NaN;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      // told below
    }
    require(Double.isFinite(number), "holds '" + text + "' but must hold finite numbers");
    return number;
  }

  /** Passes a line over. */
  void skip(String what) {
    next(what);
  }

  private String next(String what) {
    String line = readLine();
    while (line != null && line.startsWith("//")) {
      line = readLine();
    }
    if (line == null) {
      throw new InvalidInputException(
          file + " ends after line " + number + " but must go on with " + what);
    }
    return line;
  }

  /** Checks that nothing but blank lines is left. */
  void requireEnd() {
    for (String line = readLine(); line != null; line = readLine()) {
      require(line.isBlank(), "follows the last layer; remove it, or correct the sizes above");
    }
  }

  void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new InvalidInputException(file + ": line " + number + " " + otherwise);
    }
  }

  private String readLine() {
    try {
      String line = reader.readLine();
      if (line != null) {
        number++;
      }
      return line;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static InvalidInputException unreadable(Path file, IOException e) {
    return new InvalidInputException(file + " cannot be read: " + e, e);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }
}
