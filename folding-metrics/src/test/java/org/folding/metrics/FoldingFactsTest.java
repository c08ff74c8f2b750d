package org.folding.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.api.walk.Walk;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.Walker;
import org.folding.engine.testing.Networks;

/** The facts that hold for every network and every line, on random ones with ties and plateaus. */
final class FoldingFactsTest {

  @Property(tries = 400)
  void metricsAreWhatTheDefinitionsSay(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int depth) {
    Case drawn = Case.draw(seed, depth);
    Measured measured = drawn.measure();
    assertThat(measured.metrics()[1]).isEqualTo(measured.r1());
    assertThat(measured.metrics()[2]).isEqualTo(measured.r2());
    assertThat(measured.metrics()[4]).isEqualTo(measured.r1Reverse());
    assertThat(measured.metrics()[5]).isEqualTo(measured.defect());
    assertThat(measured.metrics()[6]).isEqualTo(measured.r2() - measured.endDistance());
    double chi = measured.r2() == 0 ? 0 : 1 - (double) measured.r1() / measured.r2();
    assertThat(measured.folding()).isEqualTo(chi);
  }

  @Property(tries = 300)
  void oneHiddenLayerIsFlat(@ForAll long seed) {
    Measured measured = Case.draw(seed, 1).measure();
    assertThat(measured.folding()).isZero();
    assertThat(measured.defect()).isZero();
  }

  @Property(tries = 400)
  void foldingKeepsItsBounds(@ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int depth) {
    Measured measured = Case.draw(seed, depth).measure();
    if (measured.r2() > 0) {
      double ends = (double) measured.endDistance() / measured.r2();
      assertThat(measured.folding()).isBetween(0.5 * (1 - ends) - 1e-12, 1 - ends + 1e-12);
      assertThat(Math.abs(measured.folding() - measured.foldingReverse()))
          .isLessThanOrEqualTo(ends + 1e-12);
    }
    assertThat(measured.metrics()[6] % 2).isZero();
    assertThat(measured.folding() == 0).isEqualTo(measured.foldingReverse() == 0);
  }

  @Property(tries = 300)
  void reversalGivesTheSameFlipsBackwards(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int depth) {
    Case drawn = Case.draw(seed, depth);
    Walk forth = drawn.walker().walk(Networks.line(drawn.from, drawn.to));
    Walk back = drawn.walker().walk(Networks.line(drawn.to, drawn.from));
    assertThat(back.steps()).isEqualTo(forth.steps());
    for (int step = 0; step < forth.steps(); step++) {
      assertThat(back.time(back.steps() - 1 - step)).isEqualTo(1 - forth.time(step), within(1e-12));
    }
    List<BitSet> patterns = new ArrayList<>(Measured.patterns(back));
    Collections.reverse(patterns);
    assertThat(patterns).isEqualTo(Measured.patterns(forth));
    assertThat(Measured.of(back).folding()).isEqualTo(Measured.of(forth).foldingReverse());
  }

  @Property(tries = 200)
  void neitherPermutationNorPositiveScalingChangesAnything(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int depth) {
    Case drawn = Case.draw(seed, depth);
    double[] expected = drawn.measure().metrics();
    assertThat(drawn.permuted().measure().metrics()).isEqualTo(expected);
    assertThat(drawn.scaled().measure().metrics()).isEqualTo(expected);
  }

  @Property(tries = 200)
  void refiningASamplingNeverLowersRangeOrLength(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int depth) {
    Case drawn = Case.draw(seed, depth);
    Measured coarse = drawn.sampled(9);
    Measured fine = drawn.sampled(65);
    assertThat(coarse.r1()).isLessThanOrEqualTo(fine.r1());
    assertThat(coarse.r2()).isLessThanOrEqualTo(fine.r2());
  }

  /** A random network with small integer weights, and a line. */
  private record Case(
      List<double[][]> weights, List<double[]> biases, double[] from, double[] to, long seed) {

    static Case draw(long seed, int depth) {
      Random random = new Random(seed);
      int inputs = 1 + random.nextInt(3);
      int before = inputs;
      List<double[][]> weights = new ArrayList<>();
      List<double[]> biases = new ArrayList<>();
      for (int l = 0; l < depth; l++) {
        int width = 1 + random.nextInt(6);
        double[][] matrix = new double[width][before];
        double[] bias = new double[width];
        for (int o = 0; o < width; o++) {
          bias[o] = random.nextInt(5) - 2.0;
          for (int j = 0; j < before; j++) {
            matrix[o][j] = random.nextInt(5) - 2.0;
          }
        }
        weights.add(matrix);
        biases.add(bias);
        before = width;
      }
      return new Case(
          weights,
          biases,
          Networks.integerPoint(random, inputs),
          Networks.integerPoint(random, inputs),
          seed);
    }

    Network network() {
      Network.Builder builder = Network.builder("drawn", Shape.of(from.length));
      for (int l = 0; l < weights.size(); l++) {
        double[][] matrix = weights.get(l);
        double[] flat = new double[matrix.length * matrix[0].length];
        for (int i = 0; i < flat.length; i++) {
          flat[i] = matrix[i / matrix[0].length][i % matrix[0].length];
        }
        builder.then(
            "dense" + l,
            new Dense(
                Tensor.of(Shape.of(matrix.length, matrix[0].length), flat),
                Tensor.vector(biases.get(l))));
        builder.then("relu" + l, Rectifier.relu(UnitRole.HIDDEN));
      }
      return builder.build();
    }

    Walker walker() {
      return Networks.exactWalker(network());
    }

    Measured measure() {
      return Measured.along(network(), from, to);
    }

    Measured sampled(int samples) {
      try (Walker walker =
          new WalkerFactory(
                  new NetworkModel(network(), List.of()),
                  Optional.empty(),
                  WalkSettings.sampled(samples, WalkSettings.Count.ALL))
              .newWalker()) {
        return Measured.of(walker.walk(Networks.line(from, to)));
      }
    }

    /** The units of each layer in another order, and the next layer's weights with them. */
    Case permuted() {
      Random random = new Random(seed + 1);
      List<double[][]> newWeights = new ArrayList<>();
      List<double[]> newBiases = new ArrayList<>();
      List<Integer> inputOrder = new ArrayList<>();
      for (int j = 0; j < from.length; j++) {
        inputOrder.add(j);
      }
      for (int l = 0; l < weights.size(); l++) {
        List<Integer> order = new ArrayList<>();
        for (int o = 0; o < biases.get(l).length; o++) {
          order.add(o);
        }
        Collections.shuffle(order, random);
        double[][] matrix = new double[order.size()][inputOrder.size()];
        double[] bias = new double[order.size()];
        for (int o = 0; o < order.size(); o++) {
          bias[o] = biases.get(l)[order.get(o)];
          for (int j = 0; j < inputOrder.size(); j++) {
            matrix[o][j] = weights.get(l)[order.get(o)][inputOrder.get(j)];
          }
        }
        newWeights.add(matrix);
        newBiases.add(bias);
        inputOrder = order;
      }
      return new Case(newWeights, newBiases, from, to, seed);
    }

    /** Each unit's incoming weights and bias times a positive number, not always a power of two. */
    Case scaled() {
      Random random = new Random(seed + 2);
      List<double[][]> newWeights = new ArrayList<>();
      List<double[]> newBiases = new ArrayList<>();
      double[] inputScale = new double[from.length];
      Arrays.fill(inputScale, 1);
      for (int l = 0; l < weights.size(); l++) {
        double[][] matrix = weights.get(l);
        double[][] newMatrix = new double[matrix.length][inputScale.length];
        double[] newBias = new double[matrix.length];
        double[] scale = new double[matrix.length];
        for (int o = 0; o < matrix.length; o++) {
          scale[o] = 0.1 + 3 * random.nextDouble();
          newBias[o] = biases.get(l)[o] * scale[o];
          for (int j = 0; j < inputScale.length; j++) {
            newMatrix[o][j] = matrix[o][j] * scale[o] / inputScale[j];
          }
        }
        newWeights.add(newMatrix);
        newBiases.add(newBias);
        inputScale = scale;
      }
      return new Case(newWeights, newBiases, from, to, seed);
    }
  }
}
