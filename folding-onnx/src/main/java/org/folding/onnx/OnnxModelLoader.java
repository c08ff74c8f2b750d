package org.folding.onnx;

import ai.onnxruntime.OrtException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Model;
import org.folding.api.model.ModelLoader;
import org.folding.api.model.ModelSource;
import org.folding.engine.network.NetworkModel;

/** Loads one ONNX file, with the files of its external data. */
final class OnnxModelLoader implements ModelLoader {
  private final Settings settings;

  /**
   * How models are loaded.
   *
   * @param check whether to compare what was read with ONNX Runtime
   * @param switchOff the setting that turns the comparison off, for messages
   * @param provider what ONNX Runtime computes with where a model is sampled
   * @param providerKey the property that names the provider, for messages
   * @param memory about how many bytes a batch of a thread may take
   */
  record Settings(
      boolean check,
      String switchOff,
      ExecutionProvider provider,
      String providerKey,
      long memory) {}

  OnnxModelLoader(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Model load(ModelSource source) {
    settings.provider().requireAvailable(settings.providerKey());
    OnnxFile file = OnnxFile.read(path(source));
    LoadedGraph graph = GraphReader.read(file);
    if (!graph.isNetwork()) {
      return sampled(graph);
    }
    check(graph);
    return network(graph);
  }

  private void check(LoadedGraph graph) {
    if (settings.check() && graph.checked().isPresent()) {
      new RuntimeCheck(graph.file().location(), settings.switchOff())
          .check(graph, graph.checked().get());
    }
  }

  private static Model network(LoadedGraph graph) {
    return new NetworkModel(
        graph.network().orElseThrow(), graph.tensors().files(), graph.outputObstacle());
  }

  /** A model that ONNX Runtime must evaluate, or confirm at least. */
  private Model sampled(LoadedGraph graph) {
    RuntimeTrial trial = new RuntimeTrial(graph);
    trial.requireEvaluable();
    check(graph);
    if (graph.hasAllUnits()) {
      return network(graph);
    }
    try {
      return SampledModel.open(graph, settings.provider(), settings.memory());
    } catch (OrtException | IllegalArgumentException e) {
      throw trial.refusal(e);
    }
  }

  private static Path path(ModelSource source) {
    try {
      return source.file();
    } catch (InvalidPathException e) {
      throw new InvalidInputException(
          "'" + Location.printable(source.text()) + "' cannot be the name of a file", e);
    }
  }
}
