package org.folding.core.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads IDX, the format of MNIST: two zero bytes, the type, the number of axes, their extents as
 * 32-bit numbers, the values; everything big-endian.
 */
final class IdxReader {
  private static final Map<Integer, ElementType> TYPES =
      Map.of(
          0x08, ElementType.UINT8,
          0x09, ElementType.INT8,
          0x0B, ElementType.INT16,
          0x0C, ElementType.INT32,
          0x0D, ElementType.FLOAT32,
          0x0E, ElementType.FLOAT64);
  private static final int MOST_AXES = 32;

  private IdxReader() {}

  static NumericArray read(ByteSource source) {
    byte[] magic = source.read(4, "the four bytes that IDX starts with");
    if (magic[0] != 0 || magic[1] != 0) {
      boolean reversed = magic[2] == 0 && magic[3] == 0 && TYPES.containsKey((int) magic[1]);
      throw source.wrong(
          reversed
              ? "has its IDX header in little-endian order, but IDX is big-endian"
              : String.format(
                  "is not IDX: it starts with bytes %02x %02x, not with 00 00",
                  magic[0], magic[1]));
    }
    ElementType type = TYPES.get(magic[2] & 0xff);
    if (type == null) {
      throw source.wrong(
          String.format(
              "has IDX type 0x%02x, which does not exist: known are 08, 09, 0b, 0c, 0d, 0e",
              magic[2]));
    }
    int axes = magic[3] & 0xff;
    if (axes < 1 || axes > MOST_AXES) {
      throw source.wrong(
          "has an IDX header of " + axes + " axes, but 1 to " + MOST_AXES + " would be right");
    }
    ByteBuffer header = ByteBuffer.wrap(source.read(4 * axes, "its IDX header"));
    List<Long> extents = new ArrayList<>();
    for (int axis = 0; axis < axes; axis++) {
      extents.add(Integer.toUnsignedLong(header.getInt()));
    }
    return NumericArray.read(source, 4 + 4L * axes, type, ByteOrder.BIG_ENDIAN, extents);
  }
}
