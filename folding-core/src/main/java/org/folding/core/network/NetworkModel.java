package org.folding.core.network;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;

/** A model that is a piecewise-linear network and nothing else. */
public final class NetworkModel implements Model {
  private final Network network;
  private final List<UnitLayer> layers;
  private final List<Path> files;

  /**
   * @param network the network
   * @param files the files it was read from; empty where there are none
   */
  public NetworkModel(Network network, List<Path> files) {
    this.network = Objects.requireNonNull(network, "network is null");
    this.layers = UnitLayer.of(network);
    this.files = List.copyOf(files);
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
  public List<Path> files() {
    return files;
  }
}
