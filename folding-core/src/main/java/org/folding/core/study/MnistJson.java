package org.folding.core.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.folding.api.data.Dataset;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Shape;
import org.folding.core.data.RowImages;
import org.folding.core.output.FileHash;
import org.folding.core.output.JsonFile;
import org.folding.core.output.MachineJson;
import org.folding.core.sink.FoldedPath;
import org.folding.core.sink.FoldingHistogram;

/** The {@code study.json} of an MNIST study. What is not defined is null. */
final class MnistJson {
  private final MnistResults results;
  private final Dataset data;
  private final boolean sampled;

  /**
   * @param data the test set
   */
  MnistJson(MnistResults results, Dataset data) {
    this.results = results;
    this.data = data;
    this.sampled = results.settings().paths().sampled();
  }

  ObjectNode toJson() {
    ObjectNode root = JsonFile.newObject();
    root.put("study", "mnist");
    root.set("paths", paths());
    root.putObject("walk").put("mode", "exact").put("count", "hidden");
    ArrayNode networks = root.putArray("networks");
    results.networks().forEach(network -> networks.add(network(network)));
    RowImages.of(data, Shape.of(data.width()))
        .ifPresent(images -> putImages(root.putObject("images"), images));
    root.set("provenance", provenance());
    return root;
  }

  private ObjectNode paths() {
    PathSelection paths = results.settings().paths();
    ObjectNode node = JsonFile.newObject().put("kind", paths.kind().word());
    switch (paths.kind()) {
      case ALL -> node.put("images", results.images());
      case FIRST -> node.put("per_class", paths.number());
      case SAMPLE ->
          node.put("images", results.images())
              .put("per_pair", paths.number())
              .put("seed", paths.seed())
              .put("confidence", 0.95);
    }
    return node;
  }

  private ObjectNode network(NetworkResult network) {
    ObjectNode node = JsonFile.newObject();
    node.put("name", network.name());
    node.put("depth", network.depth());
    network.width().ifPresentOrElse(w -> node.put("width", w), () -> node.putNull("width"));
    ArrayNode widths = node.putArray("widths");
    network.layers().forEach(layer -> widths.add(layer.shape().size()));
    node.put("units", network.units());
    network.epoch().ifPresent(epoch -> node.put("family", network.family()).put("epoch", epoch));
    network
        .accuracy()
        .ifPresentOrElse(
            accuracy -> node.put("test_accuracy", accuracy), () -> node.putNull("test_accuracy"));
    put(node, network.folding());
    network
        .medianOfMaxima()
        .ifPresentOrElse(
            median -> node.put("median_of_maxima", median), () -> node.putNull("median_of_maxima"));
    FoldingHistogram.putAll(network.distribution(), node.putObject("distribution"));
    ArrayNode folded = node.putArray("most_folded");
    network.mostFolded().forEach(path -> folded.add(path(path)));
    network.within().ifPresent(within -> put(node.putObject("within"), within));
    network.between().ifPresent(between -> put(node.putObject("between"), between));
    ArrayNode layers = node.putArray("layers");
    for (int i = 0; i < network.layers().size(); i++) {
      layers.add(layer(network, i));
    }
    ObjectNode classes = node.putObject("classes");
    network
        .classes()
        .forEach(
            (pair, measures) ->
                put(
                    classes
                        .withObjectProperty(Integer.toString(pair.from()))
                        .putObject(Integer.toString(pair.to())),
                    measures));
    node.put("seconds", network.seconds());
    node.put("file", network.file().file().toString()).put("sha256", network.file().sha256());
    return node;
  }

  /** The first and last image of the most folded path of each network, each once. */
  private void putImages(ObjectNode node, RowImages images) {
    results.networks().stream()
        .flatMap(network -> network.mostFolded().stream().limit(1))
        .flatMapToInt(path -> IntStream.of(path.from(), path.to()))
        .sorted()
        .distinct()
        .forEach(row -> node.put(Integer.toString(row), images.dataUri(row)));
  }

  private ObjectNode layer(NetworkResult network, int index) {
    UnitLayer layer = network.layers().get(index);
    ObjectNode node = JsonFile.newObject();
    node.put("name", layer.name()).put("units", layer.shape().size());
    put(node, network.byLayer().get(index));
    JsonFile.put(node, "mean_flips", network.flipsByLayer().get(index).mean().value());
    return node;
  }

  private void put(ObjectNode node, Measures measures) {
    node.put("paths", measures.paths());
    JsonFile.put(node, "share_folded", measures.shareNonzero().value());
    JsonFile.put(node, "mean", measures.mean().value());
    JsonFile.put(node, "q1", measures.q1().value());
    JsonFile.put(node, "median", measures.median().value());
    JsonFile.put(node, "q3", measures.q3().value());
    JsonFile.put(node, "median_nonzero", measures.medianNonzero().value());
    JsonFile.put(node, "max", measures.max());
    if (sampled) {
      ObjectNode intervals = node.putObject("intervals");
      put(intervals, "share_folded", measures.shareNonzero());
      put(intervals, "mean", measures.mean());
      put(intervals, "q1", measures.q1());
      put(intervals, "median", measures.median());
      put(intervals, "q3", measures.q3());
      put(intervals, "median_nonzero", measures.medianNonzero());
    }
    if (measures.quantileError() > 0) {
      node.put("quantiles_relative_error", measures.quantileError());
    }
  }

  private static void put(ObjectNode intervals, String name, Interval interval) {
    if (Double.isFinite(interval.value())) {
      intervals.putArray(name).add(interval.low()).add(interval.high());
    } else {
      intervals.putNull(name);
    }
  }

  private ObjectNode path(FoldedPath path) {
    return JsonFile.newObject()
        .put("path", path.path())
        .put("from", path.from())
        .put("to", path.to())
        .put("from_class", data.label(path.from()))
        .put("to_class", data.label(path.to()))
        .put("folding", path.value())
        .put("flips", path.flips())
        .put("regions", path.regions());
  }

  private ObjectNode provenance() {
    ObjectNode node = JsonFile.newObject();
    MachineJson.put(node);
    node.put("started", results.started().toString());
    node.put("threads", results.settings().threads());
    addNumbers(node.putArray("mean"), results.settings().mean());
    addNumbers(node.putArray("std"), results.settings().std());
    if (!results.settings().loaderOptions().isEmpty()) {
      ObjectNode options = node.putObject("loader_options");
      new TreeMap<>(results.settings().loaderOptions()).forEach(options::put);
    }
    ArrayNode data = node.putArray("data");
    for (FileHash file : results.data()) {
      data.addObject().put("file", file.file().toString()).put("sha256", file.sha256());
    }
    return node;
  }

  private static void addNumbers(ArrayNode array, List<Double> numbers) {
    numbers.forEach(array::add);
  }
}
