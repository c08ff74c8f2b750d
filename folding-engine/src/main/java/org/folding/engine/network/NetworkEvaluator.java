package org.folding.engine.network;

import java.util.List;
import org.folding.api.model.Evaluator;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Clip;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;

/**
 * Evaluates a network in float64, node by node. Sums run in a fixed order, so a point's result does
 * not depend on the points around it. Used by one thread at a time.
 */
public final class NetworkEvaluator implements Evaluator {
  private final Network network;
  private final double[][] values;
  private final NodeFunction[] functions;
  // For each node the values that it reads.
  private final double[][][] operands;
  private final int bits;

  /**
   * @param network the network to evaluate
   */
  public NetworkEvaluator(Network network) {
    this.network = network;
    List<Network.Node> nodes = network.nodes();
    this.values = new double[nodes.size() + 1][];
    this.functions = new NodeFunction[nodes.size()];
    this.operands = new double[nodes.size()][][];
    this.values[0] = new double[network.inputShape().size()];
    for (int i = 0; i < nodes.size(); i++) {
      Network.Node node = nodes.get(i);
      values[i + 1] = new double[node.shape().size()];
      functions[i] = NodeFunction.of(network, node);
      operands[i] = new double[node.operands().size()][];
      for (int k = 0; k < operands[i].length; k++) {
        operands[i][k] = values[node.operands().get(k)];
      }
    }
    this.bits = UnitLayer.of(network).stream().mapToInt(UnitLayer::bits).sum();
  }

  /**
   * Evaluates one input.
   *
   * @param input the input, row-major, of the network's input size
   * @return the output, row-major, in a new array
   */
  public double[] output(double[] input) {
    return values(input)[values.length - 1].clone();
  }

  /**
   * Evaluates one input.
   *
   * @param input the input, row-major, of the network's input size
   * @return every value, row-major: the input, then the result of each node; valid until the next
   *     evaluation
   */
  public double[][] values(double[] input) {
    System.arraycopy(input, 0, values[0], 0, values[0].length);
    evaluate();
    return values;
  }

  @Override
  public void margins(double[] points, int rows, double[] margins) {
    int width = values[0].length;
    for (int row = 0; row < rows; row++) {
      System.arraycopy(points, row * width, values[0], 0, width);
      evaluate();
      int offset = row * bits;
      for (int i = 0; i < functions.length; i++) {
        double[] z = operands[i][0];
        if (network.nodes().get(i).operation() instanceof Rectifier) {
          System.arraycopy(z, 0, margins, offset, z.length);
          offset += z.length;
        } else if (network.nodes().get(i).operation() instanceof Clip clip) {
          for (int u = 0; u < z.length; u++) {
            margins[offset++] = z[u] - clip.lower().get(clip.lower().size() == 1 ? 0 : u);
            margins[offset++] = z[u] - clip.upper().get(clip.upper().size() == 1 ? 0 : u);
          }
        }
      }
    }
  }

  private void evaluate() {
    for (int i = 0; i < functions.length; i++) {
      functions[i].apply(operands[i], values[i + 1]);
    }
  }
}
