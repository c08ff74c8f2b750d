package org.folding.onnx;

import com.google.protobuf.WireFormat;

/**
 * Runs over the outermost fields of a protobuf message to say where they stop making sense, which
 * the protobuf parser does not tell: it stops at the first broken byte, takes unknown fields as
 * they come and merges a field that comes twice.
 */
final class FieldScan {
  // The outermost fields of ModelProto end at 26 in the newest ONNX; room is left for later ones.
  private static final int HIGHEST_FIELD = 63;
  private static final int GRAPH = 7;

  private final byte[] bytes;
  private int position;
  private int graphs;

  private FieldScan(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @param bytes a file's content
   * @return what is wrong with its outermost fields, or an empty text
   */
  static String problem(byte[] bytes) {
    return new FieldScan(bytes).scan();
  }

  private String scan() {
    while (position < bytes.length) {
      int start = position;
      long tag = varint();
      long field = tag >>> 3;
      if (tag < 0 || field < 1 || field > HIGHEST_FIELD || !skipValue((int) (tag & 7))) {
        return broken(start);
      }
      if (position > bytes.length || position < start) {
        return "this file is truncated or damaged: field "
            + field
            + " at byte "
            + start
            + " reaches beyond the end of the file at byte "
            + bytes.length;
      }
      if (field == GRAPH && ++graphs > 1) {
        return "this file holds a second graph at byte " + start + ": two models in one file?";
      }
    }
    return graphs == 0
        ? "this file holds no graph: it is not an ONNX model, or it is truncated"
        : "";
  }

  private String broken(int start) {
    return graphs == 0
        ? "this is not an ONNX model, or it is damaged: no field can start at byte " + start
        : "this file has "
            + (bytes.length - start)
            + " bytes too many: a whole model ends at byte "
            + start;
  }

  /** Moves behind a value; false if its wire type does not exist in ONNX. */
  private boolean skipValue(int wireType) {
    switch (wireType) {
      case WireFormat.WIRETYPE_VARINT -> {
        return varint() != -1 || position > bytes.length;
      }
      case WireFormat.WIRETYPE_FIXED64 -> position = advanced(Long.BYTES);
      case WireFormat.WIRETYPE_FIXED32 -> position = advanced(Integer.BYTES);
      case WireFormat.WIRETYPE_LENGTH_DELIMITED -> {
        long length = varint();
        position = length < 0 ? bytes.length + 1 : advanced(length);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private int advanced(long count) {
    return (int) Math.min(bytes.length + 1L, position + count);
  }

  /** The number at the position, or −1 where there is none; then the position may be at the end. */
  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (position >= bytes.length) {
        position = bytes.length + 1;
        return -1;
      }
      byte b = bytes[position++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    return -1;
  }
}
