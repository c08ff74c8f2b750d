package org.folding.engine.affine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folding.engine.network.LinearRows;

/**
 * Puts an affine operation after maps of the same inputs. A row that has the weights of an earlier
 * one, and whose elements are the earlier one's moved to another place, is that row moved to the
 * same place. So of a convolution only one row for each channel, and some more at the borders, have
 * to be multiplied out.
 */
public final class AffineComposition {
  private final LinearRows operation;
  private final List<AffineMap> operands;
  private final AffineRows rows;
  // The first number of each operand's distinct rows when those of all are counted through.
  private final int[] firstStencil;
  // What rows read: the places of elements, counted from the first one, and their distinct rows.
  private final Stencils readings;
  // Of each row that is the first to read its elements.
  private final int[] reading;
  private final int[] place;
  private final boolean[] biased;
  private final Map<Key, Known> known = new HashMap<>();
  // Of the row at hand.
  private int[] offset = new int[64];
  private double[] stencil = new double[64];
  private int size;
  private int firstPlace;
  private boolean isBiased;
  private double sum;
  private double magnitude;
  private double factors;
  // Of all elements of the operands.
  private double largest;

  private record Key(int reading, int weights) {}

  /**
   * A row that was multiplied out.
   *
   * @param stencil which of the distinct rows it is
   * @param distance how far its place is from that of the first element that it reads
   * @param shift what the operation adds to it
   * @param factors the sum of the magnitudes of what elements are multiplied with
   */
  private record Known(int stencil, int distance, double shift, double factors) {}

  private AffineComposition(LinearRows operation, List<AffineMap> operands, int outputs) {
    this.operation = operation;
    this.operands = operands;
    this.rows = new AffineRows(operands.get(0).inputs(), outputs);
    this.readings = new Stencils(1, outputs + " by " + operands.get(0).inputs());
    this.reading = new int[outputs];
    this.place = new int[outputs];
    this.biased = new boolean[outputs];
    this.firstStencil = new int[operands.size()];
    for (int k = 1; k < firstStencil.length; k++) {
      firstStencil[k] = firstStencil[k - 1] + operands.get(k - 1).stencils().count();
    }
    for (AffineMap operand : operands) {
      for (int element = 0; element < operand.outputs(); element++) {
        largest = Math.max(largest, operand.magnitude(element));
      }
    }
  }

  public static AffineMap of(LinearRows operation, List<AffineMap> operands, int outputs) {
    AffineComposition composition = new AffineComposition(operation, operands, outputs);
    for (int o = 0; o < outputs; o++) {
      composition.row(o);
    }
    return composition.rows.build();
  }

  private void row(int o) {
    int same = operation.sameElements(o);
    if (same == o) {
      read(o);
    }
    Key key = new Key(reading[same], operation.sameWeights(o));
    Known row = known.get(key);
    if (row == null) {
      double shift = multiply(o);
      known.put(key, new Known(rows.lastStencil(), rows.lastBase() - place[same], shift, factors));
    } else {
      double shift = biased[same] ? bias(o) : row.shift();
      // Elsewhere the same weights may read larger elements.
      double bound = row.factors() * largest + Math.abs(row.shift());
      rows.repeat(row.stencil(), place[same] + row.distance(), shift, bound);
    }
  }

  private void read(int o) {
    size = 0;
    firstPlace = 0;
    isBiased = false;
    operation.row(o, this::note);
    reading[o] = readings.add(offset, stencil, size);
    place[o] = firstPlace;
    biased[o] = isBiased;
  }

  private void note(int operand, int element, double factor) {
    AffineMap map = operands.get(operand);
    if (size == offset.length) {
      offset = Arrays.copyOf(offset, 2 * size);
      stencil = Arrays.copyOf(stencil, 2 * size);
    }
    if (size == 0) {
      firstPlace = map.base(element);
    }
    offset[size] = map.base(element) - firstPlace;
    stencil[size++] = firstStencil[operand] + map.stencil(element);
    isBiased |= map.bias(element) != 0;
  }

  private double multiply(int o) {
    sum = 0;
    magnitude = 0;
    factors = 0;
    double shift =
        operation.row(
            o,
            (operand, element, factor) -> {
              if (factor != 0) {
                AffineMap map = operands.get(operand);
                sum += factor * map.bias(element);
                magnitude += Math.abs(factor) * map.magnitude(element);
                factors += Math.abs(factor);
                map.addTo(rows, element, factor);
              }
            });
    magnitude += Math.abs(shift);
    rows.end(shift + sum, magnitude);
    return shift;
  }

  /** What the biases of the elements that a row reads add up to, and its own. */
  private double bias(int o) {
    sum = 0;
    double shift =
        operation.row(
            o,
            (operand, element, factor) -> {
              if (factor != 0) {
                sum += factor * operands.get(operand).bias(element);
              }
            });
    return shift + sum;
  }
}
