package org.folding.onnx;

import java.util.List;
import org.folding.api.network.Network;

/**
 * The nodes that a network's output depends on. Others arise where a graph asks for the shape of a
 * tensor only, or for a few of the parts of a split; their units must not be counted.
 */
final class LiveNodes {
  private LiveNodes() {}

  /**
   * @param network a network
   * @param output one of its values, not the input
   * @return the network of the nodes that this value depends on, which it makes last
   */
  static Network of(Network network, int output) {
    List<Network.Node> nodes = network.nodes();
    boolean[] live = new boolean[nodes.size() + 1];
    live[output] = true;
    // Operands stand before their readers, so one pass from the end reaches them all.
    for (int value = output; value > 0; value--) {
      if (live[value]) {
        nodes.get(value - 1).operands().forEach(operand -> live[operand] = true);
      }
    }
    Network.Builder builder = Network.builder(network.name(), network.inputShape());
    int[] renumbered = new int[live.length];
    for (int value = 1; value <= output; value++) {
      if (live[value]) {
        Network.Node node = nodes.get(value - 1);
        int[] operands = node.operands().stream().mapToInt(o -> renumbered[o]).toArray();
        renumbered[value] = builder.add(node.name(), node.operation(), operands);
      }
    }
    return builder.build();
  }
}
