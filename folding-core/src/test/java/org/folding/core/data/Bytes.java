package org.folding.core.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files made byte by byte. */
final class Bytes {
  private Bytes() {}

  static byte[] of(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  static byte[] idx(int type, int[] extents, byte... values) {
    return concat(of(0, 0, type, extents.length), ints(extents), values);
  }

  static byte[] npy(int version, String header, byte... values) {
    byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
    byte[] length =
        version == 1
            ? of(text.length, text.length >> 8)
            : of(text.length, text.length >> 8, text.length >> 16, text.length >> 24);
    return concat(of(0x93, 'N', 'U', 'M', 'P', 'Y', version, 0), length, text, values);
  }

  /** Version 1, C order. */
  static byte[] npy(String type, String shape, byte... values) {
    return npy(
        1, "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }", values);
  }

  static byte[] gzip(byte... bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
      stream.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** A zip file of members a, b, …, named a.npy, b.npy, …. */
  static byte[] npz(int method, byte[]... members) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (int i = 0; i < members.length; i++) {
        ZipEntry entry = new ZipEntry((char) ('a' + i) + ".npy");
        CRC32 checksum = new CRC32();
        checksum.update(members[i]);
        entry.setMethod(method);
        // The time of day would bring bytes into the file that tests look for.
        entry.setTimeLocal(LocalDateTime.of(2001, 1, 1, 1, 1));
        entry.setSize(members[i].length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(members[i]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
