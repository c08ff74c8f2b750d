package org.folding.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives each node a name of its own: the one it has in the file where that is unique. */
final class Names {
  private final Set<String> taken = new HashSet<>();

  /**
   * @param nodes the nodes of a graph
   * @return a name for each; nodes without one are called after their operator, {@code Relu_0}
   */
  List<String> ofNodes(List<NodeProto> nodes) {
    List<String> names = new ArrayList<>();
    // Names out of the file first, so that made-up ones give way to them.
    for (NodeProto node : nodes) {
      String name = Location.printable(node.getName());
      names.add(name.isEmpty() ? name : claim(name));
    }
    Map<String, Integer> counters = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String operator = Location.printable(nodes.get(i).getOpType());
      while (names.get(i).isEmpty()) {
        String name = operator + "_" + (counters.merge(operator, 1, Integer::sum) - 1);
        if (taken.add(name)) {
          names.set(i, name);
        }
      }
    }
    return names;
  }

  /**
   * @param wish the name wished for
   * @return that name, or one like it that is not taken; taken from now on
   */
  String claim(String wish) {
    String name = wish;
    for (int i = 2; !taken.add(name); i++) {
      name = wish + "_" + i;
    }
    return name;
  }
}
