package org.folding.core.sink;

import blue.strategic.parquet.ParquetWriter;
import blue.strategic.parquet.ValueWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.folding.core.output.OutputFolder;

/** Writes Apache Parquet. What is not defined, or no row of the data, is null. */
final class ParquetFile implements AutoCloseable {
  private final List<Cursor> cursors = new ArrayList<>();

  private ParquetFile() {}

  static void write(List<StoredColumn> columns, long rows, Path target) {
    try (ParquetFile source = new ParquetFile()) {
      for (StoredColumn column : columns) {
        source.cursors.add(new Cursor(column));
      }
      Files.deleteIfExists(target); // of a process that was stopped while it wrote
      try (ParquetWriter<Long> writer =
          ParquetWriter.writeFile(schema(columns), target.toFile(), source::writeRow)) {
        for (long row = 0; row < rows; row++) {
          writer.write(row);
        }
      }
    } catch (IOException e) {
      throw OutputFolder.unwritable(target, e);
    }
  }

  private static MessageType schema(List<StoredColumn> columns) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (StoredColumn column : columns) {
      switch (column.type()) {
        case LONG -> schema.required(PrimitiveTypeName.INT64).named(column.name());
        case INT -> schema.required(PrimitiveTypeName.INT32).named(column.name());
        case ROW -> schema.optional(PrimitiveTypeName.INT32).named(column.name());
        case DOUBLE -> schema.optional(PrimitiveTypeName.DOUBLE).named(column.name());
      }
    }
    return schema.named("paths");
  }

  private void writeRow(Long row, ValueWriter writer) {
    cursors.forEach(cursor -> cursor.writeNext(writer));
  }

  @Override
  public void close() throws IOException {
    for (Cursor cursor : cursors) {
      cursor.in.close();
    }
  }

  /** Reads a column number by number. */
  private static final class Cursor {
    private final StoredColumn column;
    private final InputStream in;
    private final byte[] bytes;
    private final ByteBuffer number;

    Cursor(StoredColumn column) throws IOException {
      this.column = column;
      this.in = new BufferedInputStream(Files.newInputStream(column.file()), 1 << 16);
      this.bytes = new byte[column.type().bytes()];
      this.number = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    void writeNext(ValueWriter writer) {
      try {
        if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
          throw new IOException("it ends too early");
        }
      } catch (IOException e) {
        throw OutputFolder.unwritable(column.file(), e);
      }
      switch (column.type()) {
        case LONG -> writer.write(column.name(), number.getLong(0));
        case INT -> writer.write(column.name(), number.getInt(0));
        case ROW -> {
          if (number.getInt(0) >= 0) {
            writer.write(column.name(), number.getInt(0));
          }
        }
        case DOUBLE -> {
          if (!Double.isNaN(number.getDouble(0))) {
            writer.write(column.name(), number.getDouble(0));
          }
        }
      }
    }
  }
}
