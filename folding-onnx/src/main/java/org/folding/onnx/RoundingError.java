package org.folding.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folding.api.network.Affine;
import org.folding.api.network.Clip;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.engine.network.NodeFunction;

/**
 * How far a result in a narrower float type typically lies from the exact one, from the unit
 * roundoff and the magnitudes that are summed. Rounding errors are taken as independent, so they
 * add in the root mean square and grow with the square root of the number of terms (N. J. Higham
 * and T. Mary, A New Approach to Probabilistic Rounding Error Analysis, SIAM J. Sci. Comput. 41(5),
 * 2019); bounds for the worst case would be too wide to notice a wrong weight.
 */
final class RoundingError {
  private final Network network;
  private final double roundoff;
  private final double[][] values;
  private final double[][] errors;

  /**
   * @param network the network
   * @param roundoff u, half the distance from 1 to the next number of the float type
   */
  RoundingError(Network network, double roundoff) {
    this.network = network;
    this.roundoff = roundoff;
    this.values = new double[network.nodes().size() + 1][];
    this.errors = new double[network.nodes().size() + 1][];
  }

  /**
   * @param input an input that the float type holds exactly
   * @return for each element of the output the typical size of its error
   */
  double[] ofOutput(double[] input) {
    values[0] = input;
    errors[0] = new double[input.length];
    List<Network.Node> nodes = network.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Network.Node node = nodes.get(i);
      values[i + 1] = new double[node.shape().size()];
      errors[i + 1] = new double[node.shape().size()];
      propagate(node, i + 1);
    }
    return errors[nodes.size()];
  }

  private void propagate(Network.Node node, int result) {
    double[] x = values[node.operands().get(0)];
    double[] e = errors[node.operands().get(0)];
    Operation operation = node.operation();
    if (operation instanceof Dense dense) {
      dense(dense, x, e, result);
    } else if (operation instanceof MaxOfGroups max) {
      maximum(max, x, e, result);
    } else if (operation instanceof Affine
        || operation instanceof Rectifier
        || operation instanceof Clip
        || operation instanceof Reshape) {
      for (int i = 0; i < x.length; i++) {
        elementwise(operation, x[i], e[i], i, result);
      }
    } else {
      linear(node, result);
    }
  }

  /** Any other linear operation: the squares of its terms' errors add up, and their magnitudes. */
  private void linear(Network.Node node, int result) {
    Operation operation = node.operation();
    List<Shape> shapes = new ArrayList<>();
    double[][] x = new double[node.operands().size()][];
    double[][] magnitudes = new double[x.length][];
    double[][] squares = new double[x.length][];
    for (int k = 0; k < x.length; k++) {
      int operand = node.operands().get(k);
      shapes.add(operand == 0 ? network.inputShape() : network.nodes().get(operand - 1).shape());
      x[k] = values[operand];
      magnitudes[k] = Arrays.stream(values[operand]).map(Math::abs).toArray();
      squares[k] = Arrays.stream(errors[operand]).map(e -> e * e).toArray();
    }
    double[] magnitude = new double[node.shape().size()];
    double[] inherited = new double[magnitude.length];
    NodeFunction.of(operation, shapes, node.shape()).apply(x, values[result]);
    NodeFunction.of(WeightMap.of(operation, Math::abs, Math::abs), shapes, node.shape())
        .apply(magnitudes, magnitude);
    NodeFunction.of(WeightMap.of(operation, w -> w * w, b -> 0), shapes, node.shape())
        .apply(squares, inherited);
    double growth = roundoff * Math.sqrt(WeightMap.terms(operation));
    for (int i = 0; i < inherited.length; i++) {
      errors[result][i] = Math.sqrt(inherited[i]) + growth * magnitude[i];
    }
  }

  private void dense(Dense dense, double[] x, double[] e, int result) {
    for (int o = 0; o < dense.outputs(); o++) {
      double sum = dense.bias().get(o);
      double inherited = 0;
      double magnitude = Math.abs(sum);
      int terms = 1;
      for (int j = 0; j < x.length; j++) {
        double w = dense.weights().get(o * x.length + j);
        double product = w * x[j];
        sum += product;
        inherited += w * w * e[j] * e[j];
        magnitude += Math.abs(product);
        terms += product == 0 ? 0 : 1;
      }
      values[result][o] = sum;
      errors[result][o] = Math.sqrt(inherited) + roundoff * magnitude * Math.sqrt(terms);
    }
  }

  private void elementwise(Operation operation, double x, double e, int i, int result) {
    double slope = 1;
    double shift = 0;
    if (operation instanceof Affine affine) {
      slope = affine.scale().get(affine.scale().size() == 1 ? 0 : i);
      shift = affine.shift().get(affine.shift().size() == 1 ? 0 : i);
    } else if (operation instanceof Rectifier rectifier && x <= 0) {
      slope = rectifier.negativeSlope().get(rectifier.negativeSlope().size() == 1 ? 0 : i);
    } else if (operation instanceof Clip clip) {
      double lower = clip.lower().get(clip.lower().size() == 1 ? 0 : i);
      double upper = clip.upper().get(clip.upper().size() == 1 ? 0 : i);
      values[result][i] = Math.min(Math.max(x, lower), upper);
      errors[result][i] = e + roundoff * Math.abs(values[result][i]);
      return;
    }
    values[result][i] = slope * x + shift;
    // A folded normalisation is several roundings in the original.
    double magnitude = Math.abs(slope * x) + 2 * Math.abs(shift);
    // Where x may lie on either side of a bend the error passes with the steeper slope.
    boolean bends = operation instanceof Rectifier && Math.abs(x) <= 4 * e;
    double steepest = bends ? Math.max(1, Math.abs(slope)) : Math.abs(slope);
    errors[result][i] = steepest * e + roundoff * magnitude;
  }

  private void maximum(MaxOfGroups max, double[] x, double[] e, int result) {
    for (int i = 0; i < max.shape().size(); i++) {
      double best = Double.NEGATIVE_INFINITY;
      for (int index : max.elements(i)) {
        best = Math.max(best, x[index]);
        errors[result][i] = Math.max(errors[result][i], e[index]);
      }
      values[result][i] = best;
    }
  }
}
