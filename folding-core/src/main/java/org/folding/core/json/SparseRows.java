package org.folding.core.json;

import com.fasterxml.jackson.core.JsonToken;
import java.util.Arrays;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.api.network.Tensor;

/** The rows of a sparse map as they stand in a file: lists of pairs [index, weight]. */
final class SparseRows {
  private int[] ends = new int[16];
  private int[] indices = new int[16];
  private double[] weights = new double[16];
  private int rows;
  private int entries;

  private SparseRows() {}

  /** Reads the value that comes next. */
  static SparseRows next(JsonCursor json) {
    SparseRows rows = new SparseRows();
    json.nextStart(JsonToken.START_ARRAY);
    while (json.next() != JsonToken.END_ARRAY) {
      if (json.token() != JsonToken.START_ARRAY) {
        throw json.wrong(json.shown() + " but must be a list of pairs [index, weight]");
      }
      while (json.next() != JsonToken.END_ARRAY) {
        rows.readPair(json);
      }
      rows.endRow();
    }
    return rows;
  }

  private void readPair(JsonCursor json) {
    if (json.token() != JsonToken.START_ARRAY) {
      throw json.wrong(json.shown() + " but must be a pair [index, weight]");
    }
    if (entries == indices.length) {
      indices = Arrays.copyOf(indices, Math.multiplyExact(entries, 2));
      weights = Arrays.copyOf(weights, indices.length);
    }
    json.next();
    indices[entries] = json.wholeNumber();
    json.next();
    weights[entries++] = json.number();
    if (json.next() != JsonToken.END_ARRAY) {
      throw json.wrong(json.shown() + " but a pair [index, weight] ends before it");
    }
  }

  private void endRow() {
    if (rows == ends.length) {
      ends = Arrays.copyOf(ends, Math.multiplyExact(rows, 2));
    }
    ends[rows++] = entries;
  }

  /** How many rows there are. */
  int count() {
    return rows;
  }

  /**
   * @param shape the shape of the result, with as many elements as there are rows
   * @param shift one number for all rows, or one for each
   */
  SparseMap map(Shape shape, Tensor shift) {
    SparseMap.Builder map = SparseMap.builder(shape);
    int entry = 0;
    for (int row = 0; row < rows; row++) {
      for (; entry < ends[row]; entry++) {
        map.entry(indices[entry], weights[entry]);
      }
      map.endRow(shift.get(shift.size() == 1 ? 0 : row));
    }
    return map.build();
  }
}
