package org.folding.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.folding.api.network.Network;
import org.folding.engine.rational.RationalWalk;
import org.folding.engine.testing.Networks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks of narrow stages by the values at breakpoints, against the referee. */
final class BreakpointTracerTest {
  private static final int STAGES = 4;

  /** Rows of one vector, of several, and of part of one. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8, 9, 16, 21})
  void agreesWithTheReferee(int width) {
    for (int seed = 0; seed < 12; seed++) {
      Random random = new Random(100L * width + seed);
      int[] widths = random.ints(STAGES, (width + 1) / 2, width + 1).toArray();
      Network network = Networks.gaussianNetwork(random, 3, widths, 0, 0, 0.25, -1);
      double[] from = random.doubles(3, -2, 2).toArray();
      double[] to = random.doubles(3, -2, 2).toArray();
      Networks.assertSame(
          RationalWalk.of(network, from, to),
          TracerWalks.walk(network, BreakpointTracer::new, from, to));
    }
  }

  @Test
  void isForNarrowStagesThatAreMany() {
    assertThat(tracer(24, 24, 24)).isInstanceOf(BreakpointTracer.class);
    assertThat(tracer(24, 25, 24)).isInstanceOf(LineTracer.class);
    assertThat(tracer(24, 24)).isInstanceOf(LineTracer.class);
  }

  private static Tracer tracer(int... widths) {
    Network network = Networks.gaussianNetwork(new Random(1), 3, widths, 0);
    return Tracer.of(TracerWalks.chain(network));
  }
}
