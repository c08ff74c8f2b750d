package org.folding.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.engine.affine.AffineMap;
import org.folding.engine.chain.Chain;
import org.folding.engine.compile.ChainCompiler;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.SegmentLengths;
import org.folding.engine.path.Walker;
import org.folding.engine.rational.RationalWalk;
import org.folding.engine.testing.Networks;
import org.folding.engine.testing.RandomGraphs;
import org.folding.engine.testing.RandomImageNetworks;
import org.folding.engine.testing.WrittenOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks of sparse chains against the referee, and against walks of the same chains kept whole. */
final class KinkTracerTest {

  @Test
  void agreesWithTheRefereeOnIntegerImageNetworks() {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      Network network = RandomImageNetworks.ofIntegers(random);
      assertSameAsReferee("seed " + seed, network, WrittenOut.of(network), random);
    }
  }

  @Test
  void agreesWithTheRefereeOnGraphsWithoutImages() {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      Network network = RandomGraphs.next(random);
      assertSameAsReferee("seed " + seed, network, network, random);
    }
  }

  private static void assertSameAsReferee(
      String what, Network network, Network writtenOut, Random random) {
    int inputs = network.inputShape().size();
    double[] from = Networks.integerPoint(random, inputs);
    double[] to = Networks.integerPoint(random, inputs);
    RationalWalk expected = RationalWalk.of(writtenOut, from, to);
    // Which stages are sparse must not matter.
    List<Predicate<AffineMap>> rules = List.of(map -> true, map -> random.nextBoolean());
    for (Predicate<AffineMap> isSparse : rules) {
      try {
        Networks.assertSame(expected, walker(network, isSparse).walk(Networks.line(from, to)));
      } catch (AssertionError e) {
        throw new AssertionError(what + " " + network.nodes(), e);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 8, 12, 16})
  void agreesWithWalksOfWholeMatrices(int channels) {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(100L * channels + seed);
      Shape shape = Shape.of(1 + random.nextInt(3), 5 + random.nextInt(3), 4 + random.nextInt(3));
      Network network = RandomImageNetworks.ofNormalNumbers(random, channels, shape);
      double[] from = random.doubles(shape.size()).toArray();
      double[] to = random.doubles(shape.size()).toArray();
      Walk expected = walker(network, map -> false).walk(Networks.line(from, to));
      assertSame("seed " + seed, expected, walker(network, map -> true), from, to);
      assertSame("seed " + seed, expected, walker(network, map -> random.nextBoolean()), from, to);
    }
  }

  private static void assertSame(
      String what, Walk expected, Walker walker, double[] from, double[] to) {
    Walk walk = walker.walk(Networks.line(from, to));
    assertThat(walk.steps()).as(what).isEqualTo(expected.steps());
    for (int step = 0; step < expected.steps(); step++) {
      assertThat(walk.time(step)).as(what).isEqualTo(expected.time(step), within(1e-11));
      assertThat(bits(walk, step)).as(what).isEqualTo(bits(expected, step));
    }
  }

  private static int[] bits(Walk walk, int step) {
    return IntStream.range(walk.firstFlip(step), walk.firstFlip(step + 1))
        .map(walk::bit)
        .sorted()
        .toArray();
  }

  /** Lines that are cut into pieces because they would need too much memory. */
  @Test
  void agreesWithTheRefereeWhereMemoryIsShort() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Network network = RandomImageNetworks.ofIntegers(random);
      int inputs = network.inputShape().size();
      double[] from = Networks.integerPoint(random, inputs);
      double[] to = Networks.integerPoint(random, inputs);
      RationalWalk expected = RationalWalk.of(WrittenOut.of(network), from, to);
      CountedUnits units = units(network);
      Chain chain = ChainCompiler.compile(network, units, map -> true);
      Walker walker = walker(chain, units, new KinkTracer(chain, 40));
      try {
        Networks.assertSame(expected, walker.walk(Networks.line(from, to)));
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  private static Walker walker(Network network, Predicate<AffineMap> isSparse) {
    CountedUnits units = units(network);
    Chain chain = ChainCompiler.compile(network, units, isSparse);
    return walker(chain, units, Tracer.of(chain));
  }

  private static Walker walker(Chain chain, CountedUnits units, Tracer tracer) {
    return new ChainWalker(
        chain, units, Optional.empty(), new SegmentLengths(Optional.empty()), tracer);
  }

  private static CountedUnits units(Network network) {
    return new CountedUnits(new NetworkModel(network, List.of()).layers());
  }
}
