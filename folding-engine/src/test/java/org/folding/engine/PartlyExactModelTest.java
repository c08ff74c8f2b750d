package org.folding.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Evaluator;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Affine;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.api.walk.Walk;
import org.folding.engine.testing.Networks;
import org.junit.jupiter.api.Test;

/** A model whose first layer, x − 1, is a network's, and whose second, sin(πx), is not. */
final class PartlyExactModelTest {
  private static final UnitLayer FIRST =
      new UnitLayer("first", "Relu", Shape.of(1), UnitRole.HIDDEN, 1);
  private static final UnitLayer SECOND =
      new UnitLayer("second", "Sine", Shape.of(1), UnitRole.HIDDEN, 1);

  private static final Model MODEL =
      new Model() {
        @Override
        public String name() {
          return "partly";
        }

        @Override
        public Shape inputShape() {
          return Shape.of(1);
        }

        @Override
        public List<UnitLayer> layers() {
          return List.of(FIRST, SECOND);
        }

        @Override
        public Optional<Network> network() {
          Network.Builder builder = Network.builder("part", Shape.of(1));
          builder.then("shift", new Affine(Tensor.scalar(1), Tensor.scalar(-1)));
          builder.then("first", new Rectifier("Relu", Tensor.scalar(1), UnitRole.HIDDEN));
          return Optional.of(builder.build());
        }

        @Override
        public List<String> obstacles() {
          return List.of("node 'sine' (Sin) bends everywhere");
        }

        @Override
        public Optional<Evaluator> newEvaluator() {
          return Optional.of(new Sine());
        }
      };

  /** Wants batches, and counts on never getting more than it asked for. */
  private static final class Sine implements Evaluator {
    @Override
    public int batchSize() {
      return 7;
    }

    @Override
    public void margins(double[] points, int rows, double[] margins) {
      assertThat(rows).isBetween(1, 7);
      for (int row = 0; row < rows; row++) {
        margins[2 * row] = points[row] - 1;
        margins[2 * row + 1] = Math.sin(Math.PI * points[row]);
      }
    }
  }

  private static Walk walk(WalkSettings settings) {
    return new WalkerFactory(MODEL, Optional.empty(), settings)
        .newWalker()
        .walk(Networks.line(new double[] {0.25}, new double[] {4.25}));
  }

  @Test
  void itsExactLayersAreWalkedExactly() {
    Walk walk = walk(WalkSettings.exact(new WalkSettings.Count("layer:first")));

    assertThat(walk.units().layerNames()).containsExactly("first");
    assertThat(walk.flips()).isEqualTo(1);
    assertThat(walk.time(0)).isEqualTo(0.75 / 4, within(1e-15));
  }

  @Test
  void refusesToWalkTheOthersExactlyAndSaysWhy() {
    assertThatThrownBy(() -> walk(WalkSettings.exact(WalkSettings.Count.HIDDEN)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "model 'partly' cannot be walked exactly: of its counted layers not second, as node"
                + " 'sine' (Sin) bends everywhere; use walk=adaptive or walk=sampled, or leave these layers out with"
                + " walk.count");
    assertThatThrownBy(() -> walk(WalkSettings.exact(new WalkSettings.Count("layer:second"))))
        .hasMessage(
            "model 'partly' cannot be walked exactly: node 'sine' (Sin) bends everywhere; use"
                + " walk=adaptive or walk=sampled");
  }

  @Test
  void allAreSampledInBatches() {
    // x = 1, 2, 3, 4 are crossings of the sine, x = 1 one of the first layer as well.
    Walk walk = walk(WalkSettings.sampled(1001, WalkSettings.Count.HIDDEN));

    assertThat(walk.flips()).isEqualTo(5);
    assertThat(walk.time(0)).isEqualTo(0.75 / 4, within(1e-3));
    Walk second = walk(WalkSettings.sampled(1001, new WalkSettings.Count("layer:second")));
    assertThat(second.flips()).isEqualTo(4);
    assertThat(second.startBit(0)).isTrue();
  }
}
