package org.folding.core.cantornet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Network;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.chain.Chain;
import org.folding.engine.compile.ChainCompiler;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.SegmentLengths;
import org.folding.engine.path.Walker;
import org.folding.engine.rational.RationalWalk;
import org.folding.engine.testing.Networks;
import org.folding.engine.trace.ChainWalker;
import org.folding.engine.trace.Tracer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CantorNet: every zero is an exact one, and most units touch zero or rest on it somewhere. */
final class CantorNetWalkTest {
  private static final double[] FROM = {0, 0.75};
  private static final double[] TO = {1, 0.75};

  /** In float64, whether walks would be made so or not. */
  @ParameterizedTest
  @CsvSource({
    "A,1", "A,2", "A,3", "A,4", "A,5", "A,6", "A,7", "A,8", "A,9", "A,10", "A,11", "A,12", "B,1",
    "B,2", "B,3", "B,4", "B,5", "B,6", "B,7", "C,1", "C,2", "C,3", "C,4", "C,5", "C,6", "C,7",
    "C,8", "C,9", "C,10"
  })
  void isTheRefereesFlipForFlip(CantorNet.Representation representation, int depth) {
    Network network = CantorNet.of(representation, depth);
    CountedUnits units = new CountedUnits(UnitLayer.of(network));
    Chain chain = ChainCompiler.compile(network, units, Optional.empty());
    SegmentLengths lengths = new SegmentLengths(Optional.empty());
    Walker walker = new ChainWalker(chain, units, Optional.empty(), lengths, Tracer.of(chain));

    Networks.assertSame(RationalWalk.of(network, FROM, TO), walker.walk(Networks.line(FROM, TO)));
  }

  @ParameterizedTest
  @CsvSource({"A,4", "B,3", "C,3"})
  void isTheRefereesOnOtherLines(CantorNet.Representation representation, int depth) {
    Network network = CantorNet.of(representation, depth);
    double[][] points = {
      {0, 0}, {1, 1}, {0, 1}, {1, 0}, {0.5, 0.25}, {0.5, 1}, {0.25, 0.5}, {0, 0.5}
    };
    for (double[] from : points) {
      for (double[] to : points) {
        Networks.assertSameAsReferee(network, from, to);
      }
    }
  }

  /** With all units counted the folding is, to 4 digits, what an exact computation gave. */
  @ParameterizedTest
  @CsvSource({"1,0.5", "2,0.6875", "3,0.8056", "4,0.8816", "5,0.9295", "6,0.9589"})
  void foldsMoreWithEveryRecursion(int depth, double folding) {
    Walk walk = walk(depth, WalkSettings.Count.ALL);
    assertThat(1 - (double) range(walk) / walk.flips()).isEqualTo(folding, within(5e-5));
  }

  /** Hidden units alone: r1 = 2k, r2 = 2(2^k − 1), 2^(k+1) − 1 regions. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void hiddenUnitsFollowTheClosedForm(int depth) {
    Walk walk = walk(depth, WalkSettings.Count.HIDDEN);
    assertThat(range(walk)).isEqualTo(2 * depth);
    assertThat(walk.flips()).isEqualTo(2 * ((1 << depth) - 1));
    assertThat(walk.regions()).isEqualTo((1 << (depth + 1)) - 1);
  }

  private static Walk walk(int depth, WalkSettings.Count count) {
    NetworkModel model =
        new NetworkModel(CantorNet.of(CantorNet.Representation.A, depth), List.of());
    return new WalkerFactory(model, Optional.empty(), WalkSettings.exact(count))
        .newWalker()
        .walk(Networks.line(FROM, TO));
  }

  private static int range(Walk walk) {
    BitSet differing = new BitSet();
    int range = 0;
    for (int step = 0; step < walk.steps(); step++) {
      for (int flip = walk.firstFlip(step); flip < walk.firstFlip(step + 1); flip++) {
        differing.flip(walk.bit(flip));
      }
      range = Math.max(range, differing.cardinality());
    }
    return range;
  }
}
