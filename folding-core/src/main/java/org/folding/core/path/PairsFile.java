package org.folding.core.path;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.folding.api.InvalidInputException;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathGenerator;
import org.folding.core.data.CsvRecords;

/** Lines between pairs of rows that a CSV file lists under {@code from} and {@code to}. */
final class PairsFile implements PathGenerator {
  /** From and to of each pair, by turns. */
  private final int[] rows;

  private PairsFile(int[] rows) {
    this.rows = rows;
  }

  static PairsFile read(Path file, int dataRows) {
    try (CsvRecords records = CsvRecords.open(file)) {
      String[] header = records.next();
      if (header == null) {
        throw new InvalidInputException(file + " is empty: it needs a header line 'from,to'");
      }
      int from = column(records, header, "from");
      int to = column(records, header, "to");
      int[] rows = new int[1024];
      int count = 0;
      for (String[] cells = records.next(); cells != null; cells = records.next()) {
        if (cells.length != header.length) {
          throw new InvalidInputException(
              records.at()
                  + " has "
                  + cells.length
                  + " cells, but the header has "
                  + header.length);
        }
        if (count == rows.length) {
          rows = Arrays.copyOf(rows, Math.multiplyExact(count, 2));
        }
        rows[count++] = row(records, "from", cells[from], dataRows);
        rows[count++] = row(records, "to", cells[to], dataRows);
      }
      if (count == 0) {
        throw new InvalidInputException(file + " lists no pair below its header");
      }
      return new PairsFile(Arrays.copyOf(rows, count));
    }
  }

  private static int column(CsvRecords records, String[] header, String name) {
    List<String> names = Arrays.asList(header);
    int column = names.indexOf(name);
    if (column < 0 || column != names.lastIndexOf(name)) {
      throw new InvalidInputException(
          records.at()
              + ": the header is '"
              + String.join(",", header)
              + "' but must have one column '"
              + name
              + "', as in from,to");
    }
    return column;
  }

  private static int row(CsvRecords records, String name, String cell, int dataRows) {
    int row;
    try {
      row = Integer.parseInt(cell);
    } catch (NumberFormatException e) {
      row = -1;
    }
    if (row < 0 || row >= dataRows) {
      throw new InvalidInputException(
          records.at()
              + ": '"
              + name
              + "' is '"
              + cell
              + "' but must be a row of the data, 0 to "
              + (dataRows - 1));
    }
    return row;
  }

  @Override
  public long count() {
    return rows.length / 2;
  }

  @Override
  public InputPath path(long index) {
    int i = 2 * (int) Objects.checkIndex(index, count());
    return InputPath.betweenRows(rows[i], rows[i + 1]);
  }
}
