package org.folding.core.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Reads NumPy's .npy, versions 1 to 3 (numpy.lib.format): magic, version, length of the header,
 * header, values.
 */
final class NpyReader {
  /** What an .npy file starts with. */
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  private static final long LONGEST_HEADER = 1 << 16;

  private NpyReader() {}

  static NumericArray read(ByteSource source) {
    byte[] start = source.read(8, "the eight bytes that .npy starts with");
    if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw source.wrong("is not .npy: it does not start with \\x93NUMPY");
    }
    int version = start[6] & 0xff;
    if (version < 1 || version > 3) {
      throw source.wrong(
          "is .npy of version "
              + version
              + "."
              + (start[7] & 0xff)
              + ", but known are versions 1 to 3");
    }
    int lengthBytes = version == 1 ? 2 : 4;
    ByteBuffer length =
        ByteBuffer.wrap(source.read(lengthBytes, "its .npy header")).order(ByteOrder.LITTLE_ENDIAN);
    long headerBytes =
        version == 1 ? length.getShort() & 0xffff : Integer.toUnsignedLong(length.getInt());
    if (headerBytes > LONGEST_HEADER) {
      throw source.wrong("announces an .npy header of " + headerBytes + " bytes: it is damaged");
    }
    byte[] text = source.read((int) headerBytes, "its .npy header");
    NpyHeader header =
        NpyHeader.parse(
            source,
            new String(text, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
    if (header.shape().isEmpty()) {
      throw source.wrong("holds a single number; rows of data need two axes: [rows,values]");
    }
    NumericArray array =
        NumericArray.read(
            source,
            MAGIC.length + 2L + lengthBytes + headerBytes,
            header.type(),
            header.order(),
            header.shape());
    return header.fortran() ? rowMajor(array, header.type()) : array;
  }

  /** Brings values whose first axis runs fastest into row-major order. */
  private static NumericArray rowMajor(NumericArray array, ElementType type) {
    List<Integer> shape = array.shape();
    int axes = shape.size();
    int[] strides = new int[axes];
    int stride = 1;
    for (int axis = 0; axis < axes; axis++) {
      strides[axis] = stride;
      stride *= shape.get(axis);
    }
    ValuesBuilder sorted = new ValuesBuilder(type.storage(), array.values().size());
    int[] index = new int[axes];
    int source = 0;
    for (int target = 0; target < array.values().size(); target++) {
      sorted.add(array.values().get(source));
      for (int axis = axes - 1; axis >= 0; axis--) {
        source += strides[axis];
        if (++index[axis] < shape.get(axis)) {
          break;
        }
        source -= strides[axis] * shape.get(axis);
        index[axis] = 0;
      }
    }
    return new NumericArray(array.name(), shape, sorted.build(), array.pixels());
  }
}
