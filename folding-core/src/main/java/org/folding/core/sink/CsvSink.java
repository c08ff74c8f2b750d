package org.folding.core.sink;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.folding.api.metric.MetricValue;
import org.folding.core.output.GrowingFile;
import org.folding.core.output.OutputFolder;
import org.folding.core.output.ResultFiles;
import org.folding.core.statistics.Column;

/**
 * Writes {@code paths.csv}: one row a path. Numbers read back as the same double; what is not
 * defined, and the ends of paths that are no rows of the data, are empty.
 */
public final class CsvSink implements ResumableSink {

  private static final double WHOLE_LIMIT = 0x1p53;

  private final GrowingFile file;
  private final StringBuilder lines = new StringBuilder();
  private MetricValue.Kind[] kinds = {};

  /**
   * @param folder where the file is to appear
   */
  public CsvSink(OutputFolder folder) {
    this.file = new GrowingFile(folder.partial(ResultFiles.CSV));
  }

  @Override
  public void start(List<Column> columns) {
    take(columns);
    file.startAt(0);
    lines.append("path,from,to,flips,regions");
    columns.forEach(column -> lines.append(',').append(quoted(column.name())));
    lines.append('\n');
    writeLines();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(file.settled());
  }

  @Override
  public void resume(List<Column> columns, DataInput in) throws IOException {
    take(columns);
    file.startAt(in.readLong());
  }

  private void take(List<Column> columns) {
    kinds = columns.stream().map(column -> column.value().kind()).toArray(MetricValue.Kind[]::new);
  }

  @Override
  public void accept(PathBlock block) {
    for (int row = 0; row < block.size(); row++) {
      lines.append(block.path(row)).append(',');
      appendRow(block.from(row));
      appendRow(block.to(row));
      lines.append(block.flips(row)).append(',').append(block.regions(row));
      for (int column = 0; column < kinds.length; column++) {
        lines.append(',');
        append(block.number(row, column), kinds[column]);
      }
      lines.append('\n');
    }
    writeLines();
  }

  @Override
  public void finish() {
    close();
  }

  @Override
  public void close() {
    file.close();
  }

  private void appendRow(int dataRow) {
    if (dataRow >= 0) {
      lines.append(dataRow);
    }
    lines.append(',');
  }

  private void append(double number, MetricValue.Kind kind) {
    if (Double.isNaN(number)) {
      return;
    }
    boolean whole = number == Math.rint(number) && Math.abs(number) <= WHOLE_LIMIT;
    if (kind == MetricValue.Kind.COUNT && whole) {
      lines.append((long) number);
    } else {
      lines.append(number);
    }
  }

  /**
   * A heading as RFC 4180 wants it: names of layers come from model files and may hold anything.
   */
  private static String quoted(String name) {
    boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private void writeLines() {
    file.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    lines.setLength(0);
  }
}
