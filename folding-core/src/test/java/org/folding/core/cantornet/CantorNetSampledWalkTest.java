package org.folding.core.cantornet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.Walker;
import org.folding.engine.testing.Networks;
import org.folding.engine.testing.SharedFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CantorNetSampledWalkTest {
  private static final int SAMPLES = 11;

  /** Distances at every sample point, as computed in rational arithmetic by others. */
  @ParameterizedTest
  @EnumSource
  void cantorNetAtElevenPointsIsTheOracles(CantorNet.Representation representation)
      throws IOException {
    JsonNode oracle =
        new ObjectMapper()
            .readTree(SharedFiles.find("oracle/cantornet.json").toFile())
            .get("representations")
            .get(representation.name());
    for (int depth = 1; depth <= 5; depth++) {
      JsonNode expected = oracle.get(String.valueOf(depth));
      NetworkModel model = new NetworkModel(CantorNet.of(representation, depth), List.of());
      WalkerFactory factory =
          new WalkerFactory(
              model, Optional.empty(), WalkSettings.sampled(SAMPLES, WalkSettings.Count.ALL));
      try (Walker walker = factory.newWalker()) {
        Walk walk = walker.walk(Networks.line(new double[] {0, 0.75}, new double[] {1, 0.75}));
        assertThat(walk.mode()).isEqualTo(WalkMode.SAMPLED);
        assertThat(walk.units().bits()).isEqualTo(expected.get("units").asInt());
        assertDistances(walk, expected);
      }
    }
  }

  private static void assertDistances(Walk walk, JsonNode expected) {
    BitSet differing = new BitSet();
    int step = 0;
    for (int sample = 1; sample < SAMPLES; sample++) {
      int flips = 0;
      if (step < walk.steps() && walk.time(step) == (double) sample / (SAMPLES - 1)) {
        for (int flip = walk.firstFlip(step); flip < walk.firstFlip(step + 1); flip++) {
          differing.flip(walk.bit(flip));
          flips++;
        }
        step++;
      }
      assertThat(flips).isEqualTo(expected.get("step_distance").get(sample - 1).asInt());
      assertThat(differing.cardinality())
          .isEqualTo(expected.get("distance_to_start").get(sample - 1).asInt());
    }
    assertThat(step).isEqualTo(walk.steps());
  }
}
