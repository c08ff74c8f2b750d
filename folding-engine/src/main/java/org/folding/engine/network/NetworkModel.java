package org.folding.engine.network;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;

/** A model whose units are all in a piecewise-linear network. */
public final class NetworkModel implements Model {
  private final Network network;
  private final List<UnitLayer> layers;
  private final List<Path> files;
  private final Optional<String> outputObstacle;

  /**
   * A model that is a network and nothing else.
   *
   * @param network the network
   * @param files the files it was read from; empty where there are none
   */
  public NetworkModel(Network network, List<Path> files) {
    this(network, files, Optional.empty());
  }

  /**
   * @param network the network
   * @param files the files it was read from; empty where there are none
   * @param outputObstacle why its output does not stand for that of the model; empty where it does
   */
  public NetworkModel(Network network, List<Path> files, Optional<String> outputObstacle) {
    this.network = Objects.requireNonNull(network, "network is null");
    this.layers = UnitLayer.of(network);
    this.files = List.copyOf(files);
    this.outputObstacle = Objects.requireNonNull(outputObstacle, "outputObstacle is null");
  }

  @Override
  public String name() {
    return network.name();
  }

  @Override
  public Shape inputShape() {
    return network.inputShape();
  }

  @Override
  public List<UnitLayer> layers() {
    return layers;
  }

  @Override
  public Optional<Network> network() {
    return Optional.of(network);
  }

  @Override
  public Optional<String> outputObstacle() {
    return outputObstacle;
  }

  @Override
  public List<Path> files() {
    return files;
  }
}
