package org.folding.core.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.folding.api.InvalidInputException;
import org.folding.api.network.Affine;
import org.folding.api.network.Clip;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Reshape;

/**
 * How the nodes of a network become the layers of a file: a linear map and the activation above it
 * become one where nothing else reads the map.
 */
final class WrittenLayers {
  private final Network network;
  private final boolean[] belowActivation;
  private final Set<String> names = new HashSet<>();

  /**
   * @param network a network
   * @throws InvalidInputException if two of its layers have one name
   */
  WrittenLayers(Network network) {
    this.network = network;
    List<Network.Node> nodes = network.nodes();
    int[] readers = new int[nodes.size() + 1];
    nodes.forEach(node -> node.operands().forEach(operand -> readers[operand]++));
    this.belowActivation = new boolean[nodes.size()];
    for (int i = 0; i + 1 < belowActivation.length; i++) {
      Network.Node above = nodes.get(i + 1);
      belowActivation[i] =
          isLinear(nodes.get(i).operation())
              && isActivation(above.operation())
              && above.operands().equals(List.of(i + 1))
              && readers[i + 1] == 1;
    }
    for (int i = 0; i < belowActivation.length; i++) {
      if (!belowActivation[i] && !names.add(nodes.get(i).name())) {
        throw new InvalidInputException(
            "network '"
                + network.name()
                + "' cannot be written as JSON: two of its layers are named '"
                + nodes.get(i).name()
                + "'");
      }
    }
  }

  private static boolean isLinear(Operation operation) {
    return !isActivation(operation)
        && !(operation instanceof Reshape)
        && !(operation instanceof MaxOfGroups);
  }

  private static boolean isActivation(Operation operation) {
    return operation instanceof Rectifier || operation instanceof Clip;
  }

  /** Whether a node is written into one layer with the activation after it, its only reader. */
  boolean isBelowActivation(int node) {
    return belowActivation[node];
  }

  /** The first version of the format that can express the network. */
  int version() {
    for (int i = 0; i < network.nodes().size(); i++) {
      Network.Node node = network.nodes().get(i);
      Operation operation = node.operation();
      boolean first =
          operation instanceof Dense
              || operation instanceof Affine
              || operation instanceof Rectifier
              || operation instanceof Reshape
              || (operation instanceof MaxOfGroups max && max.shape().rank() == 1);
      if (!first || !node.operands().equals(List.of(i))) {
        return 2;
      }
    }
    return 1;
  }

  /** A name for the input that no layer has. */
  String inputName() {
    String name = ModelDocument.INPUT;
    for (int i = 2; names.contains(name); i++) {
      name = ModelDocument.INPUT + "_" + i;
    }
    return name;
  }

  /** What a node reads, by name. */
  List<String> inputs(Network.Node node) {
    List<String> inputs = new ArrayList<>();
    for (int operand : node.operands()) {
      inputs.add(operand == 0 ? inputName() : network.nodes().get(operand - 1).name());
    }
    return inputs;
  }
}
