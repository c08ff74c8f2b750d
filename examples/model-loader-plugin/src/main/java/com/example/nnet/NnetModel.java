package com.example.nnet;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.folding.api.model.Model;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;

/**
 * A model whose layers are all piecewise linear: its layers, exact walks and sampled walks follow
 * from the network.
 *
 * @param graph the network
 * @param file the file that it was read from
 */
record NnetModel(Network graph, Path file) implements Model {

  @Override
  public String name() {
    return graph.name();
  }

  @Override
  public Shape inputShape() {
    return graph.inputShape();
  }

  @Override
  public Optional<Network> network() {
    return Optional.of(graph);
  }

  @Override
  public List<Path> files() {
    return List.of(file);
  }
}
