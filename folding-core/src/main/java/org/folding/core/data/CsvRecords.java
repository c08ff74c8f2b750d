package org.folding.core.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.folding.api.InvalidInputException;

/**
 * The records of a CSV file (RFC 4180, UTF-8 with or without byte order mark, lines ended in any
 * way, plain or gzip), one by one. Blank lines are passed over.
 */
public final class CsvRecords implements AutoCloseable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).get();
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final InputFile file;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private long line;

  private CsvRecords(InputFile file) throws IOException {
    this.file = file;
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                file.bytes(),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    this.parser = CSVParser.builder().setReader(reader).setFormat(FORMAT).get();
    this.records = parser.iterator();
  }

  /**
   * @param file the file
   * @return its records
   * @throws InvalidInputException if it cannot be read
   */
  public static CsvRecords open(Path file) {
    return of(InputFile.open(file));
  }

  static CsvRecords of(InputFile file) {
    try {
      return new CsvRecords(file);
    } catch (IOException e) {
      file.close();
      throw InputFile.unreadable(file.file(), e);
    }
  }

  /**
   * Reads on.
   *
   * @return the cells of the next record, at least one; or null after the last
   * @throws InvalidInputException if it cannot be read
   */
  public String[] next() {
    try {
      do {
        line = parser.getCurrentLineNumber() + 1;
        if (!records.hasNext()) {
          return null;
        }
        CSVRecord next = records.next();
        if (next.size() > 1 || !next.get(0).isEmpty()) {
          return next.values();
        }
      } while (true);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CSVException
          ? broken(e)
          : InputFile.unreadable(file.file(), e.getCause());
    } catch (IllegalStateException e) {
      throw broken(e);
    }
  }

  private InvalidInputException broken(RuntimeException e) {
    return new InvalidInputException(
        at() + " is not CSV: its quotes do not match or are followed by further text", e);
  }

  /**
   * @return the line that the record read last starts in, from 1
   */
  public long line() {
    return line;
  }

  /**
   * @return file and line of the record read last, to start a message with
   */
  public String at() {
    return file.file() + ", line " + line;
  }

  @Override
  public void close() {
    file.close();
  }
}
