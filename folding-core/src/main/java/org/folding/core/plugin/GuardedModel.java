package org.folding.core.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.folding.api.model.Evaluator;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;

/** A plugin's model behind the guard. */
record GuardedModel(Model model, PluginGuard guard) implements Model {

  @Override
  public String name() {
    return guard.call("name()", model::name);
  }

  @Override
  public Shape inputShape() {
    return guard.call("inputShape()", model::inputShape);
  }

  @Override
  public List<UnitLayer> layers() {
    return guard.call("layers()", model::layers);
  }

  @Override
  public Optional<Network> network() {
    return guard.call("network()", model::network);
  }

  @Override
  public List<String> obstacles() {
    return guard.call("obstacles()", model::obstacles);
  }

  @Override
  public Optional<String> obstacle(UnitLayer layer) {
    return guard.call("obstacle()", () -> model.obstacle(layer));
  }

  @Override
  public Optional<Evaluator> newEvaluator() {
    return guard
        .call("newEvaluator()", model::newEvaluator)
        .map(evaluator -> new GuardedEvaluator(evaluator, guard));
  }

  @Override
  public List<Path> files() {
    return guard.call("files()", model::files);
  }

  @Override
  public void close() {
    guard.run("close()", model::close);
  }

  private record GuardedEvaluator(Evaluator evaluator, PluginGuard guard) implements Evaluator {
    @Override
    public void margins(double[] points, int rows, double[] margins) {
      guard.run("margins()", () -> evaluator.margins(points, rows, margins));
    }

    @Override
    public int batchSize() {
      return guard.call("batchSize()", evaluator::batchSize);
    }

    @Override
    public void close() {
      guard.run("close()", evaluator::close);
    }
  }
}
