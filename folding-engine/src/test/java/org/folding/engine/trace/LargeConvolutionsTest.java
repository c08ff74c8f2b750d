package org.folding.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.folding.api.network.Convolution;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.api.network.Window;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.engine.chain.Chain;
import org.folding.engine.compile.ChainCompiler;
import org.folding.engine.network.NetworkEvaluator;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.SegmentLengths;
import org.folding.engine.path.Walker;
import org.folding.engine.testing.Networks;
import org.junit.jupiter.api.Test;

/** Convolutional networks whose matrices would not fit. */
final class LargeConvolutionsTest {

  /** Its second convolution brings 65,536 units to 65,536: 34 GB if it was written out. */
  @Test
  void walksThroughConvolutionsOf64Channels() {
    Random random = new Random(7);
    Network.Builder builder = Network.builder("large", Shape.of(3, 32, 32));
    builder.then("convolution1", convolution(random, 3, 64));
    builder.then("units1", Rectifier.relu(UnitRole.HIDDEN));
    builder.then("convolution2", convolution(random, 64, 64));
    builder.then("units2", Rectifier.relu(UnitRole.HIDDEN));
    builder.then("pool", average(64, 32));
    builder.then("convolution3", convolution(random, 64, 96));
    builder.then("units3", Rectifier.relu(UnitRole.HIDDEN));
    Network network = builder.build();
    CountedUnits units = new CountedUnits(new NetworkModel(network, List.of()).layers());
    Chain chain = ChainCompiler.compile(network, units, Optional.empty());
    Walker walker =
        new ChainWalker(
            chain,
            units,
            Optional.empty(),
            new SegmentLengths(Optional.empty()),
            new KinkTracer(chain));
    double[] from = random.doubles(3072).toArray();
    double[] to = from.clone();
    Arrays.setAll(to, i -> from[i] + 2e-3 * (random.nextDouble() - 0.5));

    Walk walk = walker.walk(Networks.line(from, to));

    assertThat(walk.regions()).isGreaterThan(5);
    NetworkEvaluator evaluator = new NetworkEvaluator(network);
    double[] margins = new double[units.bits()];
    double[] point = new double[3072];
    boolean[] active = new boolean[units.bits()];
    for (int bit = 0; bit < active.length; bit++) {
      active[bit] = walk.startBit(bit);
    }
    int apart = Math.max(1, walk.regions() / 4);
    for (int region = 0; region < walk.regions(); region++) {
      double start = region == 0 ? 0 : walk.time(region - 1);
      double end = region == walk.steps() ? 1 : walk.time(region);
      if (region % apart == 0) {
        Arrays.setAll(point, i -> from[i] + (start + end) / 2 * (to[i] - from[i]));
        evaluator.margins(point, 1, margins);
        for (int bit = 0; bit < active.length; bit++) {
          assertThat(active[bit])
              .as("bit %d in region %d", bit, region)
              .isEqualTo(margins[bit] > 0);
        }
      }
      if (region < walk.steps()) {
        for (int flip = walk.firstFlip(region); flip < walk.firstFlip(region + 1); flip++) {
          active[walk.bit(flip)] ^= true;
        }
      }
    }
  }

  private static Convolution convolution(Random random, int inputs, int outputs) {
    double[] weights = new double[outputs * inputs * 9];
    double deviation = Math.sqrt(2.0 / (9 * inputs));
    Arrays.setAll(weights, i -> deviation * random.nextGaussian());
    double[] bias = random.doubles(outputs, -0.1, 0.1).toArray();
    List<Integer> ones = List.of(1, 1);
    return new Convolution(
        Tensor.of(Shape.of(outputs, inputs, 3, 3), weights),
        Tensor.vector(bias),
        new Window(List.of(3, 3), ones, ones, ones, ones),
        1);
  }

  private static SparseMap average(int channels, int size) {
    SparseMap.Builder map = SparseMap.builder(Shape.of(channels, size / 2, size / 2));
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < size; y += 2) {
        for (int x = 0; x < size; x += 2) {
          int at = (c * size + y) * size + x;
          map.entry(at, 0.25).entry(at + 1, 0.25);
          map.entry(at + size, 0.25).entry(at + size + 1, 0.25).endRow(0);
        }
      }
    }
    return map.build();
  }
}
