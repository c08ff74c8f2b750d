package org.folding.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.folding.api.model.Evaluator;
import org.folding.api.model.Model;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.testkit.StandIns.HandLoaderFactory;
import org.folding.testkit.StandIns.HandModel;
import org.junit.jupiter.api.Test;

final class ModelLoaderContractTest {
  private static final Shape INPUT = Shape.of(2);
  private static final Optional<Network> NETWORK = Optional.of(network());
  private static final UnitLayer FIRST = UnitLayer.of(network()).get(0);
  private static final UnitLayer SMOOTH =
      new UnitLayer("smooth", "Tanh", Shape.of(1), UnitRole.HIDDEN, 1);
  private static final List<UnitLayer> BOTH = List.of(FIRST, SMOOTH);
  private static final List<String> WHY = List.of("node 'smooth' (Tanh) is not piecewise linear");

  /** x + y and x − y, each with a ReLU; the layer behind sees their difference. */
  private static Network network() {
    Network.Builder builder = Network.builder("acme", INPUT);
    builder.then("map", new Dense(Tensor.of(Shape.of(2, 2), 1, 1, 1, -1), Tensor.vector(0, 0)));
    builder.then("relu", Rectifier.relu(UnitRole.HIDDEN));
    return builder.build();
  }

  private static final Evaluator GOOD = evaluator(1);

  private static Evaluator evaluator(double factor) {
    return (points, rows, margins) -> {
      for (int row = 0; row < rows; row++) {
        double x = points[2 * row];
        double y = points[2 * row + 1];
        margins[3 * row] = factor * (x + y);
        margins[3 * row + 1] = x - y;
        margins[3 * row + 2] = Math.tanh(x);
      }
    };
  }

  @Test
  void acceptsWhatKeepsTheRules() {
    check(model(List.of(FIRST), NETWORK, List.of(), Optional.empty()));
    check(model(BOTH, NETWORK, WHY, Optional.of(GOOD)));
    check(model(BOTH, Optional.empty(), WHY, Optional.of(GOOD)));
  }

  @Test
  void closesTheModelAndItsEvaluatorTwice() {
    List<String> closed = new ArrayList<>();
    Evaluator evaluator =
        new Evaluator() {
          @Override
          public void margins(double[] points, int rows, double[] margins) {
            GOOD.margins(points, rows, margins);
          }

          @Override
          public void close() {
            closed.add("evaluator");
          }
        };
    Model model =
        new Model() {
          @Override
          public String name() {
            return "acme";
          }

          @Override
          public Shape inputShape() {
            return INPUT;
          }

          @Override
          public List<UnitLayer> layers() {
            return BOTH;
          }

          @Override
          public Optional<Network> network() {
            return NETWORK;
          }

          @Override
          public List<String> obstacles() {
            return WHY;
          }

          @Override
          public Optional<Evaluator> newEvaluator() {
            return Optional.of(evaluator);
          }

          @Override
          public void close() {
            closed.add("model");
            if (closed.size() > 3) {
              throw new IllegalStateException("closed already");
            }
          }
        };

    broken(
        model,
        "close(), called a second time, must not throw: found java.lang.IllegalStateException:"
            + " closed already");
    assertThat(closed).containsExactly("evaluator", "evaluator", "model", "model");
  }

  @Test
  void refusesLoadersThatAcceptNothingOrEverything() {
    Model model = model(List.of(FIRST), NETWORK, List.of(), Optional.empty());
    AtomicInteger asked = new AtomicInteger();

    for (ModelLoaderFactory factory :
        List.of(
            new HandLoaderFactory(source -> false, source -> model),
            new HandLoaderFactory(source -> asked.getAndIncrement() == 0, source -> model))) {
      brokenLoader(
          factory, "accepts('acme:7') must be true for a model that it loads: found false");
    }
    brokenLoader(
        new HandLoaderFactory(source -> true, source -> model),
        "accepts('no-model.of-anyone') must be false, as a loader accepts by the name only what it"
            + " is made for: found true");
    brokenLoader(HandLoaderFactory.of(null), "load('acme:7') must not return null");
  }

  @Test
  void refusesLayersThatAreNotThoseOfTheNetwork() {
    UnitLayer other = new UnitLayer("relu", "Relu", Shape.of(3), UnitRole.HIDDEN, 1);
    broken(
        model(List.of(other), NETWORK, WHY, Optional.empty()),
        "layers() must hold the layers of the network, in its order: expected "
            + List.of(FIRST)
            + " but found []");
    broken(
        model(List.of(FIRST, FIRST), NETWORK, List.of(), Optional.empty()),
        "layers() must have different names: found 'relu' twice");
    broken(
        new HandModel("acme", Shape.of(3), List.of(FIRST), NETWORK, List.of(), Optional.empty()),
        "inputShape() must be that of the network: expected [2] but found [3]");
    broken(
        new HandModel(" ", INPUT, List.of(FIRST), NETWORK, List.of(), Optional.empty()),
        "name() must not be blank");
  }

  @Test
  void refusesLayersWithoutANetworkOrAReason() {
    broken(
        model(BOTH, NETWORK, List.of(), Optional.of(GOOD)),
        "obstacles() must say why layers are not in the network: found nothing for "
            + List.of(SMOOTH));
    broken(
        model(List.of(), Optional.empty(), List.of(), Optional.empty()),
        "a model must have a network or an evaluator, or nothing can walk through it: found"
            + " neither");
  }

  @Test
  void refusesReasonsForTheWrongLayers() {
    Model swapped =
        new Model() {
          @Override
          public String name() {
            return "acme";
          }

          @Override
          public Shape inputShape() {
            return INPUT;
          }

          @Override
          public Optional<Network> network() {
            return NETWORK;
          }

          @Override
          public Optional<String> obstacle(UnitLayer layer) {
            return Optional.of("it is not");
          }
        };

    broken(
        swapped,
        "obstacle('relu') must be empty exactly for layers of the network: found 'it is not'");
  }

  @Test
  void refusesAnEvaluatorThatContradictsTheNetwork() {
    assertThatThrownBy(() -> check(model(BOTH, NETWORK, WHY, Optional.of(evaluator(-1)))))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "model loader 'acme-models', model 'acme:7', evaluator: bit 0 of layer 'relu' must be ")
        .hasMessageContaining(" as the network says (margin ");
  }

  @Test
  void refusesAnEvaluatorThatMixesPoints() {
    Evaluator mixing =
        (points, rows, margins) -> {
          GOOD.margins(points, rows, margins);
          if (rows > 1) {
            margins[3 + 2] = -margins[3 + 2];
          }
        };

    assertThatThrownBy(() -> check(model(BOTH, NETWORK, WHY, Optional.of(mixing))))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "model loader 'acme-models', model 'acme:7', evaluator: bit 0 of layer 'smooth' must be")
        .hasMessageContaining(" as for this point alone (margin ");
  }

  @Test
  void refusesAnEvaluatorThatLeavesBitsOut() {
    Evaluator lazy = (points, rows, margins) -> margins[0] = 1;

    assertThatThrownBy(() -> check(model(BOTH, NETWORK, WHY, Optional.of(lazy))))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "model loader 'acme-models', model 'acme:7', evaluator: margins() must write a number"
                + " for each of 3 bits of each point: found NaN for bit 1 of point 0 of 16");
  }

  private static Model model(
      List<UnitLayer> layers,
      Optional<Network> network,
      List<String> obstacles,
      Optional<Evaluator> evaluator) {
    return new HandModel("acme", INPUT, layers, network, obstacles, evaluator);
  }

  private static void check(Model model) {
    check(HandLoaderFactory.of(model));
  }

  private static void check(ModelLoaderFactory factory) {
    ModelLoaderContract.check(factory, Map.of(), new ModelSource("acme:7", Path.of("")));
  }

  private static void broken(Model model, String message) {
    assertThatThrownBy(() -> check(model))
        .isInstanceOf(AssertionError.class)
        .hasMessage("model loader 'acme-models', model 'acme:7': " + message);
  }

  private static void brokenLoader(ModelLoaderFactory factory, String message) {
    assertThatThrownBy(() -> check(factory))
        .isInstanceOf(AssertionError.class)
        .hasMessage("model loader 'acme-models': " + message);
  }
}
