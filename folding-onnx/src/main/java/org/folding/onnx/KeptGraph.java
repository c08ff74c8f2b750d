package org.folding.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a graph a walk needs: the nodes that its output depends on, without a final squashing of
 * the output, such as a softmax, after which no unit comes.
 *
 * @param nodes the nodes kept, producers first
 * @param output the tensor that the last of them makes
 * @param readout the index in {@code nodes} of the node whose result is the output but for its
 *     shape, or −1: an activation there stands on the network's output
 */
record KeptGraph(List<NodeProto> nodes, String output, int readout) {
  /** Operators that squash an output and are dropped there. */
  private static final Set<String> SQUASHING =
      Set.of("Softmax", "LogSoftmax", "Sigmoid", "Tanh", "ArgMax");

  /** Operators whose result is their operand, but for its shape or type. */
  private static final Set<String> PASSING =
      Set.of("Identity", "Dropout", "Cast", "Flatten", "Reshape", "Squeeze", "Unsqueeze");

  static KeptGraph of(GraphStructure graph) {
    String output = graph.output();
    String tensor = output;
    NodeProto producer = producer(graph, tensor);
    while (producer != null && (is(producer, SQUASHING) || is(producer, PASSING))) {
      tensor = producer.getInputCount() == 0 ? "" : producer.getInput(0);
      if (is(producer, SQUASHING)) {
        output = tensor;
      }
      producer = producer(graph, tensor);
    }
    boolean[] live = live(graph, output);
    List<NodeProto> nodes = new ArrayList<>();
    for (int i = 0; i < live.length; i++) {
      if (live[i]) {
        nodes.add(graph.nodes().get(i));
      }
    }
    return new KeptGraph(List.copyOf(nodes), output, readout(graph, nodes, output));
  }

  private static NodeProto producer(GraphStructure graph, String tensor) {
    Integer index = graph.producers().get(tensor);
    return index == null ? null : graph.nodes().get(index);
  }

  private static boolean is(NodeProto node, Set<String> operators) {
    return OnnxFile.isDefaultDomain(node.getDomain()) && operators.contains(node.getOpType());
  }

  private static boolean[] live(GraphStructure graph, String output) {
    boolean[] live = new boolean[graph.nodes().size()];
    Integer last = graph.producers().get(output);
    if (last == null) {
      return live;
    }
    live[last] = true;
    // Producers stand before their readers, so one pass from the end reaches them all.
    for (int i = last; i >= 0; i--) {
      if (live[i]) {
        for (String input : graph.nodes().get(i).getInputList()) {
          Integer producer = graph.producers().get(input);
          if (producer != null) {
            live[producer] = true;
          }
        }
      }
    }
    return live;
  }

  private static int readout(GraphStructure graph, List<NodeProto> nodes, String output) {
    Map<String, Integer> uses = new HashMap<>();
    for (NodeProto node : nodes) {
      node.getInputList().forEach(input -> uses.merge(input, 1, Integer::sum));
    }
    String tensor = output;
    int further = 0;
    NodeProto node = producer(graph, tensor);
    while (node != null && uses.getOrDefault(tensor, 0) == further) {
      if (!is(node, PASSING) || node.getInputCount() == 0) {
        return nodes.indexOf(node);
      }
      tensor = node.getInput(0);
      further = 1;
      node = producer(graph, tensor);
    }
    return -1;
  }
}
