package org.folding.core.sink;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.folding.core.output.OutputFolder;

/**
 * Writes {@code .npz}: a zip file with one {@code .npy} member for each column, as {@code
 * numpy.savez_compressed} makes them (format 1.0, https://numpy.org/doc/stable/reference/generated/
 * numpy.lib.format.html).
 */
final class NpzFile {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;

  private NpzFile() {}

  static void write(List<StoredColumn> columns, long rows, Path target) {
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (StoredColumn column : columns) {
        ZipEntry entry = new ZipEntry(column.name() + ".npy");
        entry.setTime(0); // the same rows give the same bytes
        zip.putNextEntry(entry);
        zip.write(header(column, rows));
        Files.copy(column.file(), zip);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw OutputFolder.unwritable(target, e);
    }
  }

  /** Magic, version, length and a Python dictionary, padded so that the numbers are aligned. */
  private static byte[] header(StoredColumn column, long rows) {
    String dictionary =
        "{'descr': '"
            + column.type().numpy()
            + "', 'fortran_order': False, 'shape': ("
            + rows
            + ",), }";
    int unpadded = MAGIC.length + Short.BYTES + dictionary.length() + 1;
    int padding = (ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT;
    byte[] text = (dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] header = new byte[MAGIC.length + Short.BYTES + text.length];
    System.arraycopy(MAGIC, 0, header, 0, MAGIC.length);
    header[MAGIC.length] = (byte) text.length;
    header[MAGIC.length + 1] = (byte) (text.length >> 8);
    System.arraycopy(text, 0, header, MAGIC.length + Short.BYTES, text.length);
    return header;
  }
}
