package org.folding.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A table of text with aligned columns. Below a heading, columns of numbers stand right; without
 * one, everything stands left.
 */
final class Table {
  private static final String GAP = "  ";

  /** Controls, characters that change the direction of text, and ends of lines. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private final boolean headed;
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... heads) {
    this.headed = heads.length > 0;
    if (headed) {
      add(heads);
    }
  }

  final Table add(String... cells) {
    rows.add(Arrays.stream(cells).map(Table::shown).toList());
    return this;
  }

  /** A name in a model may hold anything; nothing of it may move or colour what is shown. */
  private static String shown(String cell) {
    return INVISIBLE
        .matcher(cell)
        .replaceAll(found -> String.format(Locale.ROOT, "\\\\u%04x", found.group().codePointAt(0)));
  }

  void print(PrintWriter out) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    boolean[] right = new boolean[columns];
    for (int column = 0; column < columns; column++) {
      right[column] = isNumeric(column);
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], cell(row, column).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = cell(row, column);
        String padding = " ".repeat(widths[column] - cell.length());
        line.append(right[column] ? padding + cell : cell + padding).append(GAP);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  /** Whether all cells below the heading look like numbers. */
  private boolean isNumeric(int column) {
    return headed
        && rows.size() > 1
        && rows.subList(1, rows.size()).stream()
            .map(row -> cell(row, column))
            .allMatch(cell -> cell.isEmpty() || cell.matches("[-+0-9].*|∞|-"));
  }

  private static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }
}
