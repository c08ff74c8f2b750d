package org.folding.core.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An array as a file holds it, row-major.
 *
 * @param name what it was read from, to start a message with
 * @param shape the extents, the first being the number of rows; each at least 1
 * @param values the values
 * @param pixels whether the values are of type uint8
 */
record NumericArray(String name, List<Integer> shape, Values values, boolean pixels) {
  private static final int BLOCK = 1 << 16;

  /**
   * Reads the values of an array, after its header.
   *
   * @param source where from; nothing may follow the values
   * @param header the number of bytes read so far
   * @param type the type of the values
   * @param order the order of their bytes
   * @param extents the shape that the header claims, not yet checked
   */
  static NumericArray read(
      ByteSource source, long header, ElementType type, ByteOrder order, List<Long> extents) {
    int count = checkedCount(source, header, type, extents);
    Values values = readValues(source, type, order, count);
    source.requireEnd();
    return new NumericArray(
        source.name(),
        extents.stream().map(Math::toIntExact).toList(),
        values,
        type == ElementType.UINT8);
  }

  private static int checkedCount(
      ByteSource source, long header, ElementType type, List<Long> extents) {
    if (extents.contains(0L)) {
      throw source.wrong(
          extents.get(0) == 0
              ? "has no rows: its shape is " + text(extents)
              : "has rows of no values: its shape is " + text(extents));
    }
    String claim =
        "has a header that announces shape "
            + text(extents)
            + " of "
            + type.bytes()
            + "-byte values";
    long count = 1;
    long bytes;
    try {
      for (long extent : extents) {
        count = Math.multiplyExact(count, extent);
      }
      bytes = Math.addExact(header, Math.multiplyExact(count, type.bytes()));
    } catch (ArithmeticException e) {
      throw source.wrong(claim + ", more than any file holds: it is damaged");
    }
    if (source.size() >= 0 && source.size() != bytes) {
      throw source.wrong(
          claim
              + ", "
              + bytes
              + " bytes with the header, but the file has "
              + source.size()
              + ": it is "
              + (source.size() < bytes ? "cut off" : "too long")
              + " or its header is damaged");
    }
    if (count > ValuesBuilder.GREATEST_SIZE) {
      throw source.wrong(
          claim + ", but at most " + ValuesBuilder.GREATEST_SIZE + " values can be held");
    }
    return (int) count;
  }

  private static Values readValues(
      ByteSource source, ElementType type, ByteOrder order, int count) {
    ValuesBuilder values =
        source.size() >= 0
            ? new ValuesBuilder(type.storage(), count)
            : ValuesBuilder.growing(type.storage(), count);
    byte[] block = new byte[BLOCK];
    ByteBuffer buffer = ByteBuffer.wrap(block).order(order);
    try {
      while (values.size() < count) {
        int next = Math.min(count - values.size(), BLOCK / type.bytes());
        int wanted = next * type.bytes();
        if (source.bytes().readNBytes(block, 0, wanted) < wanted) {
          throw source.wrong(
              "has a header that announces "
                  + count
                  + " values, but ends before the last: it is cut off");
        }
        if (type == ElementType.UINT8) {
          values.addBytes(block, next);
        } else {
          for (int offset = 0; offset < wanted; offset += type.bytes()) {
            values.add(type.read(buffer, offset));
          }
        }
      }
    } catch (IOException e) {
      throw InputFile.unreadable(source.name(), e);
    }
    return values.build();
  }

  /** The number of rows. */
  int rows() {
    return shape.get(0);
  }

  /** The number of values in a row. */
  int width() {
    return values.size() / rows();
  }

  /** A shape as users read it, for example {@code [100,28,28]}. */
  static String text(List<? extends Number> extents) {
    return extents.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }
}
