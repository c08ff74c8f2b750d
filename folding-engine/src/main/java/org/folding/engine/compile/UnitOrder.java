package org.folding.engine.compile;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.folding.api.network.Shape;
import org.folding.engine.chain.Cells;
import org.folding.engine.kernel.LineKernels;

/**
 * Brings the units of a stage into the order of {@link Cells}. Tensors have all positions of one
 * channel after the other; here the channels of one position stand together, since they see the
 * same inputs.
 */
final class UnitOrder {
  private static final int LANES = LineKernels.LANES;

  private int[] order = new int[64];
  private int size;
  private int[] start = new int[16];
  private int cells;
  private int units;

  /** The first axis of a tensor that has several, as in images. */
  static int channels(Shape shape) {
    return shape.rank() < 2 ? 1 : shape.extent(0);
  }

  /** Takes in the next units, one for each element of a tensor. */
  void add(Shape shape) {
    add(IntStream.rangeClosed(0, shape.size()).toArray(), channels(shape));
  }

  /**
   * Takes in the next units, a tensor of [channels, positions].
   *
   * @param firstOf the first unit of each element of the tensor, and the end of the last; most
   *     elements have one unit each
   * @param channels how many channels there are
   */
  void add(int[] firstOf, int channels) {
    int positions = (firstOf.length - 1) / channels;
    for (int p = 0; p < positions; p++) {
      int before = size;
      boolean more = true;
      for (int turn = 0; more; turn++) {
        more = false;
        for (int c = 0; c < channels; c++) {
          int element = c * positions + p;
          int unit = firstOf[element] + turn;
          if (unit < firstOf[element + 1]) {
            put(units + unit);
            more = true;
          }
        }
      }
      // Positions with few units share a cell.
      int held = size - start[cells];
      if (p + 1 == positions || held + size - before > LANES) {
        close();
      }
    }
    units += firstOf[firstOf.length - 1];
  }

  private void put(int unit) {
    if (size == order.length) {
      order = Arrays.copyOf(order, 2 * size);
    }
    order[size++] = unit;
  }

  private void close() {
    while (size % LANES != 0) {
      put(-1);
    }
    if (cells + 1 == start.length) {
      start = Arrays.copyOf(start, 2 * start.length);
    }
    start[++cells] = size;
  }

  /** The unit at each place, or −1 where there is none. */
  int[] order() {
    return Arrays.copyOf(order, size);
  }

  /** The place of each unit. */
  int[] places() {
    int[] place = new int[units];
    for (int at = 0; at < size; at++) {
      if (order[at] >= 0) {
        place[order[at]] = at;
      }
    }
    return place;
  }

  Cells cells() {
    return new Cells(Arrays.copyOf(start, cells + 1));
  }
}
