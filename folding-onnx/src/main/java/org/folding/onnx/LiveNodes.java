package org.folding.onnx;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folding.api.network.Concatenation;
import org.folding.api.network.Network;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.onnx.Value.Signal;

/**
 * The nodes that some values of a network depend on. Others arise where a graph asks for the shape
 * of a tensor only, or for a few of the parts of a split; their units must not be counted.
 */
final class LiveNodes {
  private LiveNodes() {}

  /**
   * @param scope what was read of a graph
   * @param ends values that the network is to compute
   * @param probes nodes that it is to have beside those
   * @return the network of the nodes that these depend on, whose output are the ends, and the
   *     probes that no end depends on, as one vector if there are several; empty if there are none
   */
  static Optional<Network> of(NodeCall.Scope scope, List<Signal> ends, List<Integer> probes) {
    Set<Integer> roots = new LinkedHashSet<>(probes);
    ends.forEach(end -> roots.add(end.id()));
    if (roots.isEmpty()) {
      return Optional.empty();
    }
    if (scope.builder().size() == 0) {
      // A network has a node at least.
      scope.builder().add(scope.names().claim("output"), new Reshape(scope.builder().shape(0)), 0);
    }
    Network all = scope.builder().build();
    boolean[] live = live(all, roots);
    Network.Builder builder = Network.builder(all.name(), all.inputShape());
    int[] renumbered = new int[live.length];
    for (int value = 1; value < live.length; value++) {
      if (live[value]) {
        Network.Node node = all.nodes().get(value - 1);
        int[] operands = node.operands().stream().mapToInt(o -> renumbered[o]).toArray();
        renumbered[value] = builder.add(node.name(), node.operation(), operands);
      }
    }
    finish(builder, roots.stream().map(root -> renumbered[root]).toList(), names(all));
    return Optional.of(builder.build());
  }

  private static Set<String> names(Network network) {
    return network.nodes().stream().map(Network.Node::name).collect(Collectors.toSet());
  }

  private static boolean[] live(Network network, Set<Integer> roots) {
    List<Network.Node> nodes = network.nodes();
    boolean[] live = new boolean[nodes.size() + 1];
    roots.forEach(root -> live[root] = true);
    // Operands stand before their readers, so one pass from the end reaches them all.
    for (int value = nodes.size(); value > 0; value--) {
      if (live[value]) {
        nodes.get(value - 1).operands().forEach(operand -> live[operand] = true);
      }
    }
    return live;
  }

  /** Makes one output of several values, which must come last. */
  private static void finish(Network.Builder builder, List<Integer> roots, Set<String> taken) {
    int last = builder.size();
    if (roots.size() == 1 && roots.get(0) == last && last > 0) {
      return;
    }
    List<Integer> flat = new ArrayList<>();
    for (int root : roots) {
      Shape shape = Shape.of(builder.shape(root).size());
      flat.add(
          roots.size() > 1 && builder.shape(root).equals(shape)
              ? root
              : builder.add(
                  free("output", taken),
                  new Reshape(roots.size() == 1 ? builder.shape(root) : shape),
                  root));
    }
    if (flat.size() > 1) {
      builder.add(
          free("output", taken),
          new Concatenation(0),
          flat.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  private static String free(String wish, Set<String> taken) {
    String name = wish;
    for (int i = 2; !taken.add(name); i++) {
      name = wish + "_" + i;
    }
    return name;
  }
}
