package org.folding.testkit;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.folding.api.network.Tensor;
import org.folding.api.network.TransposedConvolution;

/**
 * What the definitions of the operations say of a point, computed by the letter: for each bit of a
 * network how far its unit is above the threshold.
 */
final class NetworkMargins {
  private NetworkMargins() {}

  /**
   * Evaluates a network at a point.
   *
   * @param network a network
   * @param point an input
   * @return for each layer of units its margins, in the order of the nodes
   */
  static List<double[]> at(Network network, double[] point) {
    List<double[]> values = new ArrayList<>(List.of(point));
    List<double[]> margins = new ArrayList<>();
    for (Network.Node node : network.nodes()) {
      List<double[]> x = node.operands().stream().map(values::get).toList();
      List<Shape> shapes = node.operands().stream().map(value -> shape(network, value)).toList();
      if (node.operation() instanceof Rectifier) {
        margins.add(x.get(0).clone());
      } else if (node.operation() instanceof Clip clip) {
        margins.add(margins(clip, x.get(0)));
      }
      values.add(result(node.operation(), x, shapes, node.shape()));
    }
    return margins;
  }

  private static Shape shape(Network network, int value) {
    return value == 0 ? network.inputShape() : network.nodes().get(value - 1).shape();
  }

  private static double[] margins(Clip clip, double[] x) {
    double[] margins = new double[2 * x.length];
    for (int i = 0; i < x.length; i++) {
      margins[2 * i] = x[i] - each(clip.lower(), i);
      margins[2 * i + 1] = x[i] - each(clip.upper(), i);
    }
    return margins;
  }

  private static double[] result(
      Operation operation, List<double[]> operands, List<Shape> shapes, Shape shape) {
    double[] x = operands.get(0);
    double[] y = new double[shape.size()];
    if (operation instanceof Convolution convolution) {
      new SlidingKernel(convolution.window(), shapes.get(0), shape).convolve(convolution, x, y);
      return y;
    } else if (operation instanceof TransposedConvolution convolution) {
      new SlidingKernel(convolution.window(), shape, shapes.get(0)).spread(convolution, x, y);
      return y;
    } else if (operation instanceof Concatenation concatenation) {
      join(concatenation.axis(), operands, shapes, y);
      return y;
    }
    for (int i = 0; i < y.length; i++) {
      y[i] = element(operation, operands, x, i);
    }
    return y;
  }

  private static double element(Operation operation, List<double[]> operands, double[] x, int i) {
    if (operation instanceof Dense dense) {
      double sum = dense.bias().get(i);
      for (int j = 0; j < x.length; j++) {
        sum += dense.weights().get(i * x.length + j) * x[j];
      }
      return sum;
    } else if (operation instanceof Affine affine) {
      return each(affine.scale(), i) * x[i] + each(affine.shift(), i);
    } else if (operation instanceof Rectifier rectifier) {
      return x[i] > 0 ? x[i] : each(rectifier.negativeSlope(), i) * x[i];
    } else if (operation instanceof Clip clip) {
      return Math.min(Math.max(x[i], each(clip.lower(), i)), each(clip.upper(), i));
    } else if (operation instanceof MaxOfGroups max) {
      return Arrays.stream(max.elements(i)).mapToDouble(j -> x[j]).max().orElseThrow();
    } else if (operation instanceof Sum sum) {
      double total = 0;
      for (int k = 0; k < operands.size(); k++) {
        total += sum.factors().get(k) * operands.get(k)[i];
      }
      return total;
    } else if (operation instanceof SparseMap map) {
      double sum = map.shift(i);
      for (int entry = map.firstEntry(i); entry < map.firstEntry(i + 1); entry++) {
        sum += map.weight(entry) * x[map.index(entry)];
      }
      return sum;
    } else if (operation instanceof Reshape) {
      return x[i];
    }
    throw new IllegalArgumentException(
        "this version of folding-testkit cannot evaluate " + operation);
  }

  private static void join(int axis, List<double[]> operands, List<Shape> shapes, double[] y) {
    int outer = shapes.get(0).dimensions().subList(0, axis).stream().reduce(1, (a, b) -> a * b);
    int at = 0;
    for (int block = 0; block < outer; block++) {
      for (double[] operand : operands) {
        int length = operand.length / outer;
        System.arraycopy(operand, block * length, y, at, length);
        at += length;
      }
    }
  }

  private static double each(Tensor values, int index) {
    return values.get(values.size() == 1 ? 0 : index);
  }
}
