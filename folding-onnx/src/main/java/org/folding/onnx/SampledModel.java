package org.folding.onnx;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folding.api.model.Evaluator;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;

/** A model with units that only ONNX Runtime can evaluate, beside those of a network. */
final class SampledModel implements Model {
  private final LoadedGraph graph;
  private final Optional<Network> network;
  private final Map<UnitLayer, Optional<String>> layers;
  private final UnitSampler sampler;
  private final AtomicBoolean closed = new AtomicBoolean();

  private SampledModel(
      LoadedGraph graph,
      Optional<Network> network,
      Map<UnitLayer, Optional<String>> layers,
      UnitSampler sampler) {
    this.graph = graph;
    this.network = network;
    this.layers = layers;
    this.sampler = sampler;
  }

  /**
   * @param graph a graph that has units outside of its network
   * @param provider what computes
   * @param memory about how many bytes a batch may take
   * @throws OrtException if ONNX Runtime cannot evaluate the graph
   */
  static SampledModel open(LoadedGraph graph, ExecutionProvider provider, long memory)
      throws OrtException {
    Map<String, UnitLayer> exact =
        graph.network().map(UnitLayer::of).orElse(List.of()).stream()
            .collect(Collectors.toMap(UnitLayer::name, Function.identity()));
    List<UnitSite> sites =
        graph.sites().stream()
            .filter(site -> site.obstacle().isPresent() || exact.containsKey(site.name()))
            .toList();
    UnitSampler sampler = UnitSampler.open(graph, sites, provider, memory);
    Map<UnitLayer, Optional<String>> layers = new LinkedHashMap<>();
    for (int k = 0; k < sites.size(); k++) {
      UnitSite site = sites.get(k);
      UnitLayer layer =
          site.obstacle().isEmpty()
              ? exact.get(site.name())
              : new UnitLayer(
                  site.name(),
                  site.operator(),
                  Shape.of(sampler.shape(k)),
                  site.role(),
                  site.thresholds().length);
      if (layer.shape().size() != sampler.units(k)) {
        sampler.close();
        throw new IllegalArgumentException(
            "layer '"
                + layer.name()
                + "' has "
                + sampler.units(k)
                + " units instead of "
                + layer.shape().size());
      }
      layers.put(layer, site.obstacle());
    }
    return new SampledModel(
        graph, exact.isEmpty() ? Optional.empty() : graph.network(), layers, sampler);
  }

  @Override
  public String name() {
    return graph.file().location().modelName();
  }

  @Override
  public Shape inputShape() {
    return graph.structure().input().shape(graph.batch());
  }

  @Override
  public List<UnitLayer> layers() {
    return List.copyOf(layers.keySet());
  }

  @Override
  public Optional<Network> network() {
    return network;
  }

  @Override
  public List<String> obstacles() {
    return layers.values().stream().flatMap(Optional::stream).distinct().toList();
  }

  @Override
  public Optional<String> obstacle(UnitLayer layer) {
    return layers.getOrDefault(layer, Optional.of("the model has no such layer"));
  }

  @Override
  public Optional<Evaluator> newEvaluator() {
    return Optional.of(new SamplerEvaluator(sampler));
  }

  @Override
  public List<Path> files() {
    return new ArrayList<>(graph.tensors().files());
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      sampler.close();
    }
  }

  /** Holds nothing itself: what it uses belongs to the model. */
  private record SamplerEvaluator(UnitSampler sampler) implements Evaluator {
    @Override
    public void margins(double[] points, int rows, double[] margins) {
      sampler.margins(points, rows, margins);
    }

    @Override
    public int batchSize() {
      return sampler.batchSize();
    }
  }
}
