package org.folding.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a graph its output depends on.
 *
 * @param nodes the nodes kept, producers first
 * @param readout the index in {@code nodes} of the node whose result is the output but for its
 *     shape and a softmax, or −1: an activation there stands on the network's output
 */
record KeptGraph(List<NodeProto> nodes, int readout) {
  /** Operators that may stand between an activation on the output and the output. */
  private static final Set<String> PASSING =
      Set.of(
          "Identity",
          "Dropout",
          "Cast",
          "Flatten",
          "Reshape",
          "Squeeze",
          "Unsqueeze",
          "Softmax",
          "LogSoftmax",
          "ArgMax");

  /** Operators with units, or graphs with units, that are not seen from outside. */
  private static final Set<String> CLOSED =
      Set.of("LSTM", "GRU", "RNN", "If", "Loop", "Scan", "SequenceMap");

  static KeptGraph of(GraphStructure graph, Location location) {
    List<NodeProto> nodes = needed(graph, Set.of(graph.output()));
    for (NodeProto node : nodes) {
      if (is(node, CLOSED)) {
        throw location
            .at(node.getName(), node.getOpType())
            .refuse(
                "is not supported: its units are hidden inside one operator."
                    + " Export it as plain operators,"
                    + " or cut the model before it");
      }
    }
    return new KeptGraph(nodes, readout(graph, nodes));
  }

  /** The nodes that some tensors depend on, producers first. */
  static List<NodeProto> needed(GraphStructure graph, Collection<String> tensors) {
    boolean[] live = new boolean[graph.nodes().size()];
    tensors.forEach(tensor -> mark(graph, tensor, live));
    // Producers stand before their readers, so one pass from the end reaches them all.
    for (int i = live.length - 1; i >= 0; i--) {
      if (live[i]) {
        graph.nodes().get(i).getInputList().forEach(tensor -> mark(graph, tensor, live));
      }
    }
    List<NodeProto> nodes = new ArrayList<>();
    for (int i = 0; i < live.length; i++) {
      if (live[i]) {
        nodes.add(graph.nodes().get(i));
      }
    }
    return List.copyOf(nodes);
  }

  private static void mark(GraphStructure graph, String tensor, boolean[] live) {
    Integer producer = graph.producers().get(tensor);
    if (producer != null) {
      live[producer] = true;
    }
  }

  private static NodeProto producer(GraphStructure graph, String tensor) {
    Integer index = graph.producers().get(tensor);
    return index == null ? null : graph.nodes().get(index);
  }

  private static boolean is(NodeProto node, Set<String> operators) {
    return OnnxFile.isDefaultDomain(node.getDomain()) && operators.contains(node.getOpType());
  }

  private static int readout(GraphStructure graph, List<NodeProto> nodes) {
    Map<String, Integer> uses = new HashMap<>();
    for (NodeProto node : nodes) {
      node.getInputList().forEach(input -> uses.merge(input, 1, Integer::sum));
    }
    String tensor = graph.output();
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
