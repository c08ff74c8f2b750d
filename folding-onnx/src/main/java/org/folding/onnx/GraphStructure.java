package org.folding.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.folding.api.InvalidInputException;

/**
 * A graph that hangs together: one input, one output, every tensor made once and before it is read.
 *
 * @param nodes the nodes, producers first
 * @param initializers the constants of the graph, by name
 * @param producers the index of the node that makes a tensor, by the tensor's name
 * @param input the graph's input
 * @param output the name of the graph's output
 */
record GraphStructure(
    List<NodeProto> nodes,
    Map<String, TensorProto> initializers,
    Map<String, Integer> producers,
    GraphInput input,
    String output) {

  /**
   * @param graph the graph of a model
   * @param location the model's file
   * @return the graph, checked
   * @throws InvalidInputException if it does not hang together
   */
  static GraphStructure of(GraphProto graph, Location location) {
    Map<String, TensorProto> initializers = initializers(graph, location);
    List<ValueInfoProto> inputs =
        graph.getInputList().stream().filter(i -> !initializers.containsKey(i.getName())).toList();
    requireOne("input", inputs, location);
    requireOne("output", graph.getOutputList(), location);
    if (graph.getNodeCount() == 0) {
      throw location.refuse("the graph has no nodes");
    }
    GraphInput input = GraphInput.of(inputs.get(0), location);
    Map<String, Integer> producers = producers(graph, initializers, input.name(), location);
    requireOrder(graph, initializers, producers, input.name(), location);
    String output = graph.getOutput(0).getName();
    if (!producers.containsKey(output)) {
      throw location.refuse(
          "the graph's output " + Location.quote(output) + " is produced by no node");
    }
    return new GraphStructure(
        graph.getNodeList(), initializers, Map.copyOf(producers), input, output);
  }

  private static Map<String, TensorProto> initializers(GraphProto graph, Location location) {
    if (graph.getSparseInitializerCount() > 0) {
      throw location.refuse(
          "the graph holds sparse initializers, which are not supported: export dense weights");
    }
    Map<String, TensorProto> initializers = new HashMap<>();
    for (TensorProto tensor : graph.getInitializerList()) {
      if (initializers.put(tensor.getName(), tensor) != null) {
        throw location.refuse("two initializers are named " + Location.quote(tensor.getName()));
      }
    }
    return initializers;
  }

  private static void requireOne(String what, List<ValueInfoProto> found, Location location) {
    if (found.isEmpty()) {
      throw location.refuse("the graph has no " + what);
    }
    if (found.size() > 1) {
      throw location.refuse(
          "the graph has "
              + found.size()
              + " "
              + what
              + "s, "
              + found.stream()
                  .map(i -> Location.quote(i.getName()))
                  .collect(Collectors.joining(", "))
              + "; a network has one: export the model with one tensor as its input and one as its"
              + " output");
    }
  }

  private static Map<String, Integer> producers(
      GraphProto graph, Map<String, TensorProto> initializers, String input, Location location) {
    Map<String, Integer> producers = new HashMap<>();
    for (int i = 0; i < graph.getNodeCount(); i++) {
      for (String output : graph.getNode(i).getOutputList()) {
        if (output.isEmpty()) {
          continue;
        }
        Integer first = producers.put(output, i);
        if (first != null || initializers.containsKey(output) || output.equals(input)) {
          throw at(location, graph.getNode(i))
              .refuse(
                  "writes "
                      + Location.quote(output)
                      + " again: "
                      + (first != null
                          ? "node " + title(graph.getNode(first)) + " does so before"
                          : "it is an input or initializer of the graph")
                      + "; every tensor must have one producer");
        }
      }
    }
    return producers;
  }

  private static void requireOrder(
      GraphProto graph,
      Map<String, TensorProto> initializers,
      Map<String, Integer> producers,
      String graphInput,
      Location location) {
    List<InvalidInputException> late = new ArrayList<>();
    for (int i = 0; i < graph.getNodeCount(); i++) {
      NodeProto node = graph.getNode(i);
      for (String input : node.getInputList()) {
        if (input.isEmpty() || input.equals(graphInput) || initializers.containsKey(input)) {
          continue;
        }
        Integer producer = producers.get(input);
        if (producer == null) {
          throw at(location, node)
              .refuse(
                  "reads "
                      + Location.quote(input)
                      + ", which is missing: no node produces it, and it is neither the graph's"
                      + " input nor an initializer");
        }
        if (producer >= i) {
          if (dependsOn(graph, producers, producer, i)) {
            throw at(location, node)
                .refuse(
                    "is part of a cycle: it reads "
                        + Location.quote(input)
                        + ", which is computed from its own result");
          }
          late.add(
              at(location, node)
                  .refuse(
                      "reads "
                          + Location.quote(input)
                          + " before node "
                          + title(graph.getNode(producer))
                          + " produces it: nodes are out of order, ONNX wants them sorted"
                          + " topologically"));
        }
      }
    }
    // Told last: in a cycle some node is out of order as well, which is the lesser news.
    if (!late.isEmpty()) {
      throw late.get(0);
    }
  }

  /** Whether a node reads, directly or through others, what another one makes. */
  private static boolean dependsOn(
      GraphProto graph, Map<String, Integer> producers, int node, int other) {
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(node));
    while (!open.isEmpty()) {
      int next = open.pop();
      if (next == other) {
        return true;
      }
      if (seen.add(next)) {
        for (String input : graph.getNode(next).getInputList()) {
          Integer producer = producers.get(input);
          if (producer != null) {
            open.push(producer);
          }
        }
      }
    }
    return false;
  }

  private static Location at(Location location, NodeProto node) {
    return location.at(node.getName(), node.getOpType());
  }

  private static String title(NodeProto node) {
    return Location.quote(node.getName()) + " (" + Location.printable(node.getOpType()) + ")";
  }
}
