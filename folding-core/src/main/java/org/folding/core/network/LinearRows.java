package org.folding.core.network;

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
import org.folding.api.network.Tensor;
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
   * @param operation an affine operation
   * @param operands the shapes of its operands
   * @param result the shape of its result
   * @return its rows
   * @throws IllegalArgumentException if the operation is not affine
   */
  static LinearRows of(Operation operation, List<Shape> operands, Shape result) {
    if (operation instanceof Dense dense) {
      return (row, sink) -> dense(dense, row, sink);
    } else if (operation instanceof Convolution convolution) {
      return new ConvolutionRows(convolution, operands.get(0), result);
    } else if (operation instanceof TransposedConvolution convolution) {
      return new TransposedConvolutionRows(convolution, operands.get(0), result);
    } else if (operation instanceof Affine affine) {
      return (row, sink) -> {
        sink.entry(0, row, each(affine.scale(), row));
        return each(affine.shift(), row);
      };
    } else if (operation instanceof Reshape) {
      return (row, sink) -> {
        sink.entry(0, row, 1);
        return 0;
      };
    } else if (operation instanceof SparseMap map) {
      return (row, sink) -> sparse(map, row, sink);
    } else if (operation instanceof Sum sum) {
      return (row, sink) -> {
        for (int k = 0; k < sum.factors().size(); k++) {
          sink.entry(k, row, sum.factors().get(k));
        }
        return 0;
      };
    } else if (operation instanceof Concatenation concatenation) {
      return new ConcatenationRows(concatenation.axis(), operands, result);
    }
    throw new IllegalArgumentException(operation + " is not affine");
  }

  private static double dense(Dense dense, int row, Sink sink) {
    int inputs = dense.inputs();
    for (int j = 0; j < inputs; j++) {
      sink.entry(0, j, dense.weights().get(row * inputs + j));
    }
    return dense.bias().get(row);
  }

  private static double sparse(SparseMap map, int row, Sink sink) {
    int end = map.firstEntry(row + 1);
    for (int e = map.firstEntry(row); e < end; e++) {
      sink.entry(0, map.index(e), map.weight(e));
    }
    return map.shift(row);
  }

  private static double each(Tensor values, int index) {
    return values.get(values.size() == 1 ? 0 : index);
  }
}
