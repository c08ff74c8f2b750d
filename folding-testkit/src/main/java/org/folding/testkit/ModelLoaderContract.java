package org.folding.testkit;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folding.api.Options;
import org.folding.api.model.Evaluator;
import org.folding.api.model.Model;
import org.folding.api.model.ModelLoader;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;

/** The rules for model loaders, and for the models that they load. */
public final class ModelLoaderContract {
  private ModelLoaderContract() {}

  /**
   * Checks a model loader by an example: it accepts the example and no name at random, the layers
   * of the loaded model are those of its network or have a reason not to be, and where there is a
   * network and an evaluator both give the same activation patterns.
   *
   * @param factory the loader's factory
   * @param options values of its options, by key without prefix
   * @param example a model that the loader can load
   * @throws AssertionError if it breaks a rule
   */
  public static void check(
      ModelLoaderFactory factory, Map<String, String> options, ModelSource example) {
    FactoryContract.check(factory);
    Subject subject = Subject.of(factory);
    checkAccepts(subject, factory, example);
    Options checked = subject.options(factory, options);
    ModelLoader loader = subject.call("create()", () -> factory.create(checked));
    Model model = subject.call("load('" + example.text() + "')", () -> loader.load(example));
    checkModel(Subject.named(subject.words() + ", model '" + example.text() + "'"), model);
  }

  private static void checkAccepts(
      Subject subject, ModelLoaderFactory factory, ModelSource example) {
    String call = "accepts('" + example.text() + "')";
    for (int i = 0; i < 2; i++) {
      if (!subject.call(call, () -> factory.accepts(example))) {
        throw subject.broken(call + " must be true for a model that it loads: found false");
      }
    }
    ModelSource strange = new ModelSource("no-model.of-anyone", Path.of(""));
    if (subject.call("accepts('" + strange.text() + "')", () -> factory.accepts(strange))) {
      throw subject.broken(
          "accepts('"
              + strange.text()
              + "') must be false, as a loader accepts by the name only what it is made for:"
              + " found true");
    }
  }

  private static void checkModel(Subject subject, Model model) {
    try {
      if (subject.call("name()", model::name).isBlank()) {
        throw subject.broken("name() must not be blank");
      }
      Shape input = subject.call("inputShape()", model::inputShape);
      List<UnitLayer> layers = subject.list("layers()", model::layers);
      subject.same("layers() must always return the same", layers, model.layers());
      checkNames(subject, layers);
      Optional<Network> network = subject.call("network()", model::network);
      List<UnitLayer> exact = network.map(UnitLayer::of).orElse(List.of());
      network.ifPresent(
          found ->
              subject.same("inputShape() must be that of the network", found.inputShape(), input));
      subject.same(
          "layers() must hold the layers of the network, in its order",
          exact,
          layers.stream().filter(exact::contains).toList());
      checkObstacles(subject, model, layers, exact);
      checkEvaluator(subject, model, layers, network);
    } finally {
      subject.run("close()", model::close);
      subject.run("close(), called a second time,", model::close);
    }
  }

  private static void checkNames(Subject subject, List<UnitLayer> layers) {
    Set<String> names = new HashSet<>();
    for (UnitLayer layer : layers) {
      if (!names.add(layer.name())) {
        throw subject.broken(
            "layers() must have different names: found '" + layer.name() + "' twice");
      }
    }
  }

  private static void checkObstacles(
      Subject subject, Model model, List<UnitLayer> layers, List<UnitLayer> exact) {
    List<String> obstacles = subject.list("obstacles()", model::obstacles);
    if (exact.size() < layers.size() && obstacles.isEmpty()) {
      throw subject.broken(
          "obstacles() must say why layers are not in the network: found nothing for "
              + layers.stream().filter(layer -> !exact.contains(layer)).toList());
    }
    for (UnitLayer layer : layers) {
      Optional<String> obstacle =
          subject.call("obstacle('" + layer.name() + "')", () -> model.obstacle(layer));
      if (obstacle.isPresent() == exact.contains(layer)) {
        throw subject.broken(
            "obstacle('"
                + layer.name()
                + "') must be empty exactly for layers of the network: found "
                + obstacle.map(reason -> "'" + reason + "'").orElse("nothing"));
      }
    }
  }

  private static void checkEvaluator(
      Subject subject, Model model, List<UnitLayer> layers, Optional<Network> network) {
    Optional<Evaluator> evaluator = subject.call("newEvaluator()", model::newEvaluator);
    if (evaluator.isEmpty()) {
      if (network.isEmpty()) {
        throw subject.broken(
            "a model must have a network or an evaluator, or nothing can walk through it: found"
                + " neither");
      }
      return;
    }
    Subject evaluating = Subject.named(subject.words() + ", evaluator");
    try {
      new EvaluatorCheck(evaluating, layers, network, model.inputShape().size())
          .check(evaluator.get());
    } finally {
      evaluating.run("close()", evaluator.get()::close);
      evaluating.run("close(), called a second time,", evaluator.get()::close);
    }
  }
}
