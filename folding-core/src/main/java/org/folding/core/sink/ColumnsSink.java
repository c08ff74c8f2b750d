package org.folding.core.sink;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.folding.core.output.GrowingFile;
import org.folding.core.output.OutputFolder;
import org.folding.core.statistics.Column;

/**
 * Writes result files that hold columns one after the other, or in large groups of rows. They can
 * only be written when all rows are there; until then each column grows in a file of its own, so
 * that memory is bounded and a run that was stopped can go on.
 */
public final class ColumnsSink implements ResumableSink {
  private static final int HEAD = 5;

  private final OutputFolder folder;
  private final List<ColumnFormat> formats;
  private final List<StoredColumn> columns = new ArrayList<>();
  private final List<GrowingFile> files = new ArrayList<>();
  private long rows;

  /**
   * @param folder where the files are to appear
   * @param formats the files to write, at least one
   */
  public ColumnsSink(OutputFolder folder, List<ColumnFormat> formats) {
    this.folder = folder;
    this.formats = List.copyOf(formats);
  }

  @Override
  public void start(List<Column> given) {
    open(given);
    files.forEach(file -> file.startAt(0));
  }

  private void open(List<Column> given) {
    add("path", StoredColumn.Type.LONG);
    add("from", StoredColumn.Type.ROW);
    add("to", StoredColumn.Type.ROW);
    add("flips", StoredColumn.Type.INT);
    add("regions", StoredColumn.Type.INT);
    given.forEach(column -> add(column.name(), StoredColumn.Type.DOUBLE));
  }

  private void add(String name, StoredColumn.Type type) {
    StoredColumn column = new StoredColumn(name, type, folder.scratch("column-" + columns.size()));
    columns.add(column);
    files.add(new GrowingFile(column.file()));
  }

  @Override
  public void accept(PathBlock block) {
    rows += block.size();
    for (int column = 0; column < columns.size(); column++) {
      byte[] bytes = new byte[block.size() * columns.get(column).type().bytes()];
      ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      for (int row = 0; row < block.size(); row++) {
        put(block, row, column, numbers);
      }
      files.get(column).write(bytes);
    }
  }

  private static void put(PathBlock block, int row, int column, ByteBuffer numbers) {
    switch (column) {
      case 0 -> numbers.putLong(block.path(row));
      case 1 -> numbers.putInt(block.from(row));
      case 2 -> numbers.putInt(block.to(row));
      case 3 -> numbers.putInt(block.flips(row));
      case 4 -> numbers.putInt(block.regions(row));
      default -> numbers.putDouble(block.number(row, column - HEAD));
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(rows);
    files.forEach(GrowingFile::settled);
  }

  @Override
  public void resume(List<Column> given, DataInput in) throws IOException {
    open(given);
    rows = in.readLong();
    for (int column = 0; column < columns.size(); column++) {
      files.get(column).startAt(rows * columns.get(column).type().bytes());
    }
  }

  @Override
  public void finish() {
    close();
    formats.forEach(format -> format.write(columns, rows, folder));
  }

  @Override
  public void close() {
    files.forEach(GrowingFile::close);
  }
}
