package org.folding.core.json;

import com.fasterxml.jackson.core.JsonToken;
import java.util.Arrays;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;

/** Reads a number, or a list of numbers, or a list of rows, and so on, as a tensor. */
final class TensorReader {
  private static final int GREATEST_RANK = 8;

  private final JsonCursor json;
  private final int[] extents = new int[GREATEST_RANK];
  private int rank = -1;
  private double[] values = new double[16];
  private int size;

  private TensorReader(JsonCursor json) {
    this.json = json;
  }

  /** Reads the value that comes next. */
  static Tensor next(JsonCursor json) {
    json.next();
    TensorReader reader = new TensorReader(json);
    reader.read(0);
    return Tensor.of(
        Shape.of(Arrays.copyOf(reader.extents, reader.rank)),
        Arrays.copyOf(reader.values, reader.size));
  }

  private void read(int depth) {
    if (json.token() == JsonToken.START_ARRAY) {
      readList(depth);
      return;
    }
    double value = json.number();
    if (rank < 0) {
      rank = depth;
    } else if (depth != rank) {
      throw json.wrong(json.shown() + " but must be a list, as those before it");
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
    }
    values[size++] = value;
  }

  private void readList(int depth) {
    if (depth == rank) {
      throw json.wrong("is a list but must be a number, as those before it");
    }
    if (depth == GREATEST_RANK) {
      throw json.wrong("is nested deeper than " + GREATEST_RANK + " lists");
    }
    int count = 0;
    while (json.next() != JsonToken.END_ARRAY) {
      read(depth + 1);
      count++;
    }
    if (count == 0) {
      throw json.wrong("is an empty list but must hold numbers");
    }
    if (extents[depth] == 0) {
      extents[depth] = count;
    } else if (extents[depth] != count) {
      throw json.wrong(
          "has "
              + count
              + (count == 1 ? " entry" : " entries")
              + " but those before it have "
              + extents[depth]);
    }
  }
}
