package org.folding.engine.network;

import java.util.ArrayList;
import java.util.List;
import org.folding.api.network.Affine;
import org.folding.api.network.Clip;
import org.folding.api.network.Concatenation;
import org.folding.api.network.Convolution;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.api.network.Sum;
import org.folding.api.network.TransposedConvolution;

/** What a node computes, with its constants unpacked. */
public interface NodeFunction {

  /**
   * @param operands the values of the operands, row-major
   * @param y receives the result, row-major
   */
  void apply(double[][] operands, double[] y);

  /**
   * @param network a network
   * @param node one of its nodes
   * @return what it computes
   */
  static NodeFunction of(Network network, Network.Node node) {
    List<Shape> shapes = new ArrayList<>();
    for (int operand : node.operands()) {
      shapes.add(operand == 0 ? network.inputShape() : network.nodes().get(operand - 1).shape());
    }
    return of(node.operation(), shapes, node.shape());
  }

  /**
   * @param operation an operation
   * @param operands the shapes of its operands
   * @param result the shape of its result
   * @return what it computes
   */
  static NodeFunction of(Operation operation, List<Shape> operands, Shape result) {
    if (operation instanceof Dense dense) {
      return new DenseFunction(dense);
    } else if (operation instanceof Convolution convolution) {
      return ConvolutionFunction.of(convolution, operands.get(0), result);
    } else if (operation instanceof TransposedConvolution convolution) {
      return ConvolutionFunction.of(convolution, operands.get(0), result);
    } else if (operation instanceof Affine affine) {
      return ElementwiseFunctions.affine(affine);
    } else if (operation instanceof Rectifier rectifier) {
      return ElementwiseFunctions.rectifier(rectifier);
    } else if (operation instanceof Clip clip) {
      return ElementwiseFunctions.clip(clip);
    } else if (operation instanceof Reshape) {
      return (x, y) -> System.arraycopy(x[0], 0, y, 0, y.length);
    } else if (operation instanceof SparseMap map) {
      return (x, y) -> sparse(map, x[0], y);
    } else if (operation instanceof MaxOfGroups max) {
      return (x, y) -> maximum(max, x[0], y);
    } else if (operation instanceof Sum sum) {
      return (x, y) -> sum(sum, x, y);
    } else if (operation instanceof Concatenation concatenation) {
      return new ConcatenationFunction(concatenation, operands);
    }
    throw new IllegalArgumentException("cannot evaluate " + operation);
  }

  private static void sparse(SparseMap map, double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      double sum = map.shift(i);
      int end = map.firstEntry(i + 1);
      for (int e = map.firstEntry(i); e < end; e++) {
        sum += map.weight(e) * x[map.index(e)];
      }
      y[i] = sum;
    }
  }

  private static void maximum(MaxOfGroups max, double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      double best = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < max.size(i); k++) {
        best = Math.max(best, x[max.element(i, k)]);
      }
      y[i] = best;
    }
  }

  private static void sum(Sum sum, double[][] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      double total = 0;
      for (int k = 0; k < x.length; k++) {
        total += sum.factors().get(k) * x[k][i];
      }
      y[i] = total;
    }
  }
}
