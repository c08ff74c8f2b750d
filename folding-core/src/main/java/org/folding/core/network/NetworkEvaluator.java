package org.folding.core.network;

import java.util.List;
import org.folding.api.model.Evaluator;
import org.folding.api.network.Affine;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Reshape;

/**
 * Evaluates a network in float64, node by node. Sums run in the order of the weights, so a point's
 * result does not depend on the points around it. Used by one thread at a time.
 */
public final class NetworkEvaluator implements Evaluator {
  private final Network network;
  private final double[][] values;
  private final Weights[] weights;
  private final int bits;

  /**
   * @param network the network to evaluate
   */
  public NetworkEvaluator(Network network) {
    this.network = network;
    List<Network.Node> nodes = network.nodes();
    this.values = new double[nodes.size() + 1][];
    this.weights = new Weights[nodes.size()];
    this.values[0] = new double[network.inputShape().size()];
    int counted = 0;
    for (int i = 0; i < nodes.size(); i++) {
      Network.Node node = nodes.get(i);
      values[i + 1] = new double[node.shape().size()];
      weights[i] = Weights.of(node.operation());
      counted += node.operation() instanceof Rectifier ? node.shape().size() : 0;
    }
    this.bits = counted;
  }

  /** The numbers of an operation as plain arrays, unpacked once. */
  private record Weights(double[] first, double[] second) {
    private static final double[] NONE = {};

    static Weights of(Operation operation) {
      if (operation instanceof Dense dense) {
        return new Weights(dense.weights().toArray(), dense.bias().toArray());
      }
      if (operation instanceof Affine affine) {
        return new Weights(affine.scale().toArray(), affine.shift().toArray());
      }
      if (operation instanceof Rectifier rectifier) {
        return new Weights(rectifier.negativeSlope().toArray(), NONE);
      }
      return new Weights(NONE, NONE);
    }
  }

  /**
   * Evaluates one input.
   *
   * @param input the input, row-major, of the network's input size
   * @return the output, row-major, in a new array
   */
  public double[] output(double[] input) {
    System.arraycopy(input, 0, values[0], 0, values[0].length);
    evaluate();
    return values[values.length - 1].clone();
  }

  @Override
  public void margins(double[] points, int rows, double[] margins) {
    int width = values[0].length;
    for (int row = 0; row < rows; row++) {
      System.arraycopy(points, row * width, values[0], 0, width);
      evaluate();
      int offset = row * bits;
      for (Network.Node node : network.nodes()) {
        if (node.operation() instanceof Rectifier) {
          double[] z = values[node.operands().get(0)];
          System.arraycopy(z, 0, margins, offset, z.length);
          offset += z.length;
        }
      }
    }
  }

  private void evaluate() {
    List<Network.Node> nodes = network.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Network.Node node = nodes.get(i);
      double[] x = values[node.operands().get(0)];
      double[] y = values[i + 1];
      Operation operation = node.operation();
      if (operation instanceof Dense) {
        dense(weights[i], x, y);
      } else if (operation instanceof Affine) {
        affine(weights[i], x, y);
      } else if (operation instanceof Rectifier) {
        rectify(weights[i].first(), x, y);
      } else if (operation instanceof Reshape) {
        System.arraycopy(x, 0, y, 0, y.length);
      } else if (operation instanceof MaxOfGroups max) {
        maximum(max, x, y);
      } else {
        throw new IllegalArgumentException("cannot evaluate " + operation);
      }
    }
  }

  private static void dense(Weights weights, double[] x, double[] y) {
    double[] w = weights.first();
    for (int o = 0; o < y.length; o++) {
      double sum = weights.second()[o];
      int row = o * x.length;
      for (int j = 0; j < x.length; j++) {
        sum += w[row + j] * x[j];
      }
      y[o] = sum;
    }
  }

  private static void affine(Weights weights, double[] x, double[] y) {
    double[] scale = weights.first();
    double[] shift = weights.second();
    for (int i = 0; i < y.length; i++) {
      y[i] = scale[scale.length == 1 ? 0 : i] * x[i] + shift[shift.length == 1 ? 0 : i];
    }
  }

  private static void rectify(double[] slope, double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = x[i] > 0 ? x[i] : slope[slope.length == 1 ? 0 : i] * x[i];
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
}
