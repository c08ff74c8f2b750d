package org.folding.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.engine.chain.Chain;
import org.folding.engine.compile.ChainCompiler;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.SegmentLengths;
import org.folding.engine.path.Walker;
import org.folding.engine.testing.FuzzCase;
import org.folding.engine.testing.Networks;
import org.junit.jupiter.api.Test;

/** Walks where zeros are exact, by facts that follow from the definition alone. */
final class DegenerateWalkTest {
  private static final double CERTAIN = 1e-9;

  private record Step(double time, BitSet bits) {}

  /** A unit that is zero all along a path is inactive there, whatever its weights. */
  @Test
  void aPathAlongAFaceHasNoFlipOfItsUnit() {
    Network network =
        layers(
            new double[][] {{3, -6, 3}, {1, 0, 0}}, new double[] {0, 0}, new double[][] {{1, -1}});
    // 3x − 6y + 3z = 0 along (1, 1, 1) + s·(1, 1, 1), and x passes 0 at t = 1/4.
    Walk walk =
        Networks.exactWalker(network)
            .walk(Networks.line(new double[] {-1, -1, -1}, new double[] {3, 3, 3}));

    assertThat(walk.startBit(0)).isFalse();
    assertThat(steps(walk)).containsExactly(new Step(0.25, bits(1)));
  }

  /** |x| + |y| and its negative along a line through the origin: both touch zero and stay. */
  @Test
  void touchesAreNoFlips() {
    double[][] first = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    Network network = layers(first, new double[4], new double[][] {{1, 1, 1, 1}, {-1, -1, -1, -1}});
    Walk walk =
        Networks.exactWalker(network)
            .walk(Networks.line(new double[] {-1, -2}, new double[] {1, 2}));

    assertThat(walk.startBit(4)).isTrue();
    assertThat(walk.startBit(5)).isFalse();
    assertThat(steps(walk)).containsExactly(new Step(0.5, bits(0, 1, 2, 3)));
  }

  /** relu(x) is zero up to x = 0: a unit that reads it alone rests on zero, then leaves it. */
  @Test
  void plateausAreInactive() {
    Network network =
        layers(new double[][] {{1}}, new double[] {0}, new double[][] {{1}, {-1}, {0}});
    Walk walk =
        Networks.exactWalker(network).walk(Networks.line(new double[] {-1}, new double[] {3}));

    assertThat(steps(walk)).containsExactly(new Step(0.25, bits(0, 1)));
  }

  /** Weights so small that float64 has no reciprocal of the values: x and x − 1, and what of x. */
  @Test
  void tinyValuesCrossWhereTheyDo() {
    double tiny = 0x1p-1060;
    Network network =
        layers(new double[][] {{tiny}, {tiny}}, new double[] {0, -tiny}, new double[][] {{1, 0}});
    Walk walk =
        Networks.exactWalker(network).walk(Networks.line(new double[] {-1}, new double[] {3}));

    assertThat(steps(walk)).containsExactly(new Step(0.25, bits(0, 2)), new Step(0.5, bits(1)));
  }

  /** By the definition a path has the flips of its reverse, at 1 − t. */
  @Test
  void reversedPathsHaveTheSameFlips() {
    for (long seed = 0; seed < 300; seed++) {
      FuzzCase drawn = FuzzCase.of(seed);
      for (InputPath path : drawn.paths()) {
        List<Waypoint> reversed = new ArrayList<>(path.waypoints());
        Collections.reverse(reversed);

        List<Step> forwards = steps(Networks.exactWalker(drawn.network()).walk(path));
        List<Step> backwards =
            steps(Networks.exactWalker(drawn.network()).walk(new InputPath(reversed)));

        Collections.reverse(backwards);
        assertThat(backwards).as("case %d: %s", seed, drawn).hasSameSizeAs(forwards);
        for (int step = 0; step < forwards.size(); step++) {
          assertThat(backwards.get(step).bits()).isEqualTo(forwards.get(step).bits());
          assertThat(1 - backwards.get(step).time())
              .isEqualTo(forwards.get(step).time(), within(CERTAIN));
        }
      }
    }
  }

  /** Twins of all units, each with half of what reads it: every flip is two, at the same times. */
  @Test
  void duplicatedNeuronsFlipTogether() {
    double[][] first = {{1, 2}, {-3, 1}, {2, 2}};
    double[][] second = {{1, 1, -1}, {2, -1, 0}};
    double[] bias = {1, -2, 0.5};
    double[][] twins = {{1, 2}, {-3, 1}, {2, 2}, {1, 2}, {-3, 1}, {2, 2}};
    double[][] readers = {{0.5, 0.5, -0.5, 0.5, 0.5, -0.5}, {1, -0.5, 0, 1, -0.5, 0}};
    double[] twinBias = {1, -2, 0.5, 1, -2, 0.5};
    InputPath path = Networks.line(new double[] {-3, 1}, new double[] {4, -1});

    List<Step> single = steps(Networks.exactWalker(layers(first, bias, second)).walk(path));
    List<Step> twin = steps(Networks.exactWalker(layers(twins, twinBias, readers)).walk(path));

    assertThat(single).isNotEmpty();
    assertThat(twin).hasSameSizeAs(single);
    for (int step = 0; step < single.size(); step++) {
      BitSet expected = new BitSet();
      for (int bit : single.get(step).bits().stream().toArray()) {
        expected.set(bit < 3 ? bit : bit + 3);
        if (bit < 3) {
          expected.set(bit + 3);
        }
      }
      assertThat(twin.get(step).bits()).isEqualTo(expected);
      assertThat(twin.get(step).time()).isEqualTo(single.get(step).time(), within(1e-15));
    }
  }

  /** The tracer for sparse stages and that for dense ones, where one is chosen by size alone. */
  @Test
  void bothTracersTakeTheSameSteps() {
    for (long seed = 0; seed < 300; seed++) {
      FuzzCase drawn = FuzzCase.of(seed);
      CountedUnits units = new CountedUnits(new NetworkModel(drawn.network(), List.of()).layers());
      Chain sparse = ChainCompiler.compile(drawn.network(), units, map -> true);
      SegmentLengths lengths = new SegmentLengths(Optional.empty());
      Walker kinks =
          new ChainWalker(sparse, units, Optional.empty(), lengths, new KinkTracer(sparse));
      for (InputPath path : drawn.paths()) {
        List<Step> expected = steps(Networks.exactWalker(drawn.network()).walk(path));
        List<Step> found = steps(kinks.walk(path));
        assertThat(found.stream().map(Step::bits))
            .as("case %d: %s", seed, drawn)
            .isEqualTo(expected.stream().map(Step::bits).toList());
      }
    }
  }

  private static Network layers(double[][] first, double[] bias, double[][] second) {
    Network.Builder builder = Network.builder("net", Shape.of(first[0].length));
    builder.then("dense0", dense(first, bias));
    builder.then("relu0", Rectifier.relu(UnitRole.HIDDEN));
    builder.then("dense1", dense(second, new double[second.length]));
    builder.then("relu1", Rectifier.relu(UnitRole.HIDDEN));
    return builder.build();
  }

  private static Dense dense(double[][] rows, double[] bias) {
    double[] weights = new double[rows.length * rows[0].length];
    for (int o = 0; o < rows.length; o++) {
      System.arraycopy(rows[o], 0, weights, o * rows[0].length, rows[0].length);
    }
    return new Dense(
        Tensor.of(Shape.of(rows.length, rows[0].length), weights), Tensor.vector(bias));
  }

  private static List<Step> steps(Walk walk) {
    List<Step> steps = new ArrayList<>();
    for (int step = 0; step < walk.steps(); step++) {
      BitSet bits = new BitSet();
      for (int flip = walk.firstFlip(step); flip < walk.firstFlip(step + 1); flip++) {
        bits.set(walk.bit(flip));
      }
      steps.add(new Step(walk.time(step), bits));
    }
    return steps;
  }

  private static BitSet bits(int... set) {
    BitSet bits = new BitSet();
    for (int bit : set) {
      bits.set(bit);
    }
    return bits;
  }
}
