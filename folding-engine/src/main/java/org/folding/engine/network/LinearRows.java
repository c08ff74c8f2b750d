package org.folding.engine.network;

import java.util.List;
import org.folding.api.network.Affine;
import org.folding.api.network.Concatenation;
import org.folding.api.network.Convolution;
import org.folding.api.network.Dense;
import org.folding.api.network.Operation;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.api.network.Sum;
import org.folding.api.network.TransposedConvolution;

/**
 * An affine operation row by row: what each element of its result is summed from. A row names only
 * the elements that it reads, so a convolution costs what its kernel costs.
 */
public interface LinearRows {

  /** Receives the entries of a row. */
  @FunctionalInterface
  interface Sink {
    /**
     * @param operand which operand of the operation
     * @param element the row-major index of one of its elements
     * @param weight what the element is multiplied by
     */
    void entry(int operand, int element, double weight);
  }

  /**
   * @param row a row-major index of the result
   * @param sink receives what the element there is summed from; an element may come twice
   * @return what is added to the sum
   */
  double row(int row, Sink sink);

  /**
   * Rows that read the same elements in the same order, as those of the channels of a convolution
   * at one position.
   *
   * @param row a row
   * @return the first such row, which may be the row itself
   */
  default int sameElements(int row) {
    return row;
  }

  /**
   * Rows that have the same weights in the same order, and the same number added, as those of one
   * channel of a convolution at different positions.
   *
   * @param row a row
   * @return the first such row, or another that is the same for all of them, or the row itself
   */
  default int sameWeights(int row) {
    return row;
  }

  /**
   * @param operation an affine operation
   * @param operands the shapes of its operands
   * @param result the shape of its result
   * @return its rows
   * @throws IllegalArgumentException if the operation is not affine
   */
  static LinearRows of(Operation operation, List<Shape> operands, Shape result) {
    if (operation instanceof Dense dense) {
      return new DenseRows(dense);
    } else if (operation instanceof Convolution convolution) {
      return new ConvolutionRows(convolution, operands.get(0), result);
    } else if (operation instanceof TransposedConvolution convolution) {
      return new TransposedConvolutionRows(convolution, operands.get(0), result);
    } else if (operation instanceof Affine affine) {
      return new ElementwiseRows(affine, result);
    } else if (operation instanceof Reshape) {
      return (row, sink) -> {
        sink.entry(0, row, 1);
        return 0;
      };
    } else if (operation instanceof SparseMap map) {
      return (row, sink) -> sparse(map, row, sink);
    } else if (operation instanceof Sum sum) {
      return new SumRows(sum);
    } else if (operation instanceof Concatenation concatenation) {
      return new ConcatenationRows(concatenation.axis(), operands, result);
    }
    throw new IllegalArgumentException(operation + " is not affine");
  }

  private static double sparse(SparseMap map, int row, Sink sink) {
    int end = map.firstEntry(row + 1);
    for (int e = map.firstEntry(row); e < end; e++) {
      sink.entry(0, map.index(e), map.weight(e));
    }
    return map.shift(row);
  }
}
