package org.folding.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import java.util.Optional;
import org.folding.api.network.Network;

/**
 * A graph and what was read of it.
 *
 * @param file the file
 * @param structure the graph
 * @param kept what of the graph was read
 * @param batch whether axis 0 of the input is a batch axis
 * @param tensors reads the model's tensors, and knows the files that they came from
 * @param network the piecewise-linear part with its units; empty where not even the first node is
 * @param checked the network whose output are the tensors of {@code frontier}, one after the other
 * @param frontier the tensors where the network ends, by their names in the graph: the graph's
 *     output, or what the first nodes read that are not in the network
 * @param outputObstacle what keeps the graph's output out of the network; empty where the network's
 *     output is that of the graph, but for its shape and an increasing function as a softmax
 * @param sites where the graph has units, in its order
 * @param refusals what nodes ask for that no network can hold
 * @param unknown nodes of operators that cannot be read
 */
record LoadedGraph(
    OnnxFile file,
    GraphStructure structure,
    KeptGraph kept,
    BatchAxis batch,
    OnnxTensors tensors,
    Optional<Network> network,
    Optional<Network> checked,
    List<String> frontier,
    Optional<String> outputObstacle,
    List<UnitSite> sites,
    List<NodeException> refusals,
    List<NodeProto> unknown) {

  /** Whether the network has all units. */
  boolean hasAllUnits() {
    return network.isPresent() && sites.stream().allMatch(site -> site.obstacle().isEmpty());
  }

  /** Whether the network has all units, and nothing of the graph is in doubt. */
  boolean isNetwork() {
    return hasAllUnits() && refusals.isEmpty() && Operators.inDoubt(unknown).isEmpty();
  }
}
