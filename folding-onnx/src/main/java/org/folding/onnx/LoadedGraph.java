package org.folding.onnx;

import org.folding.api.network.Network;

/**
 * A graph and the network that it was read as.
 *
 * @param file the file
 * @param structure the graph
 * @param kept what of the graph was read
 * @param batch whether axis 0 of the input is a batch axis
 * @param tensors reads the model's tensors, and knows the files that they came from
 * @param network the network
 */
record LoadedGraph(
    OnnxFile file,
    GraphStructure structure,
    KeptGraph kept,
    BatchAxis batch,
    OnnxTensors tensors,
    Network network) {}
