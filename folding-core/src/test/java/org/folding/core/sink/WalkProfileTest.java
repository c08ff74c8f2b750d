package org.folding.core.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Shape;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;
import org.junit.jupiter.api.Test;

final class WalkProfileTest {

  /** Layer a: bits 0 and 1, layer b: bit 2. Bit 0 flips away, then 1 and 2 with it, then 0 back. */
  @Test
  void followsAWalkStepByStep() {
    JsonNode profile =
        profile(new Steps(new double[] {0.25, 0.5, 0.75}, new int[][] {{0}, {1, 2}, {0}}));

    assertThat(profile.at("/grouped").asBoolean()).isFalse();
    assertThat(profile.at("/curve/time").toString()).isEqualTo("[0.25,0.5,0.75]");
    assertThat(profile.at("/curve/distance").toString()).isEqualTo("[1,3,2]");
    assertThat(profile.at("/curve/range").toString()).isEqualTo("[1,3,3]");
    assertThat(profile.at("/curve/length").toString()).isEqualTo("[1,3,4]");
    assertThat(profile.at("/raster/time").toString()).isEqualTo("[0.25,0.5,0.5,0.75]");
    assertThat(profile.at("/raster/layer").toString()).isEqualTo("[0,0,1,0]");
    assertThat(profile.at("/raster/away").toString()).isEqualTo("[1,1,1,0]");
    assertThat(profile.at("/raster/back").toString()).isEqualTo("[0,0,0,1]");
  }

  /** Bit 0 flips 10,001 times at equal distances: 5,001 times away and 5,000 times back. */
  @Test
  void aLongWalkIsToldAtFewerTimesWithoutLosingAFlip() {
    int flips = 10_001;
    double[] times = new double[flips];
    int[][] bits = new int[flips][];
    for (int i = 0; i < flips; i++) {
      times[i] = (i + 0.5) / flips;
      bits[i] = new int[] {0};
    }

    JsonNode profile = profile(new Steps(times, bits));

    assertThat(profile.at("/grouped").asBoolean()).isTrue();
    assertThat(profile.at("/curve/time").size()).isBetween(1000, 2000);
    assertThat(sum(profile.at("/raster/away"))).isEqualTo(5001);
    assertThat(sum(profile.at("/raster/back"))).isEqualTo(5000);
    int last = profile.at("/curve/length").size() - 1;
    assertThat(profile.at("/curve/length").get(last).asInt()).isEqualTo(flips);
    assertThat(profile.at("/curve/range").get(last).asInt()).isEqualTo(1);
    for (int i = 0; i <= last; i++) {
      // After an odd number of flips the bit differs from its first state.
      assertThat(profile.at("/curve/distance").get(i).asInt())
          .isEqualTo(profile.at("/curve/length").get(i).asInt() % 2);
    }
  }

  private static JsonNode profile(Walk walk) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    WalkProfile.put(walk, node);
    return node;
  }

  private static long sum(JsonNode numbers) {
    return StreamSupport.stream(numbers.spliterator(), false).mapToLong(JsonNode::asLong).sum();
  }

  /** A walk given by the bits of each step. */
  private record Steps(double[] times, int[][] bits) implements Walk {
    @Override
    public WalkMode mode() {
      return WalkMode.EXACT;
    }

    @Override
    public InputPath path() {
      return new InputPath(List.of(Waypoint.point(0), Waypoint.point(1)));
    }

    @Override
    public CountedUnits units() {
      return new CountedUnits(
          List.of(
              new UnitLayer("a", "Relu", Shape.of(2), UnitRole.HIDDEN, 1),
              new UnitLayer("b", "Relu", Shape.of(1), UnitRole.HIDDEN, 1)));
    }

    @Override
    public boolean startBit(int bit) {
      return false;
    }

    @Override
    public int steps() {
      return times.length;
    }

    @Override
    public double time(int step) {
      return times[step];
    }

    @Override
    public int firstFlip(int step) {
      int first = 0;
      for (int i = 0; i < step; i++) {
        first += bits[i].length;
      }
      return first;
    }

    @Override
    public int bit(int flip) {
      int step = 0;
      int left = flip;
      while (left >= bits[step].length) {
        left -= bits[step++].length;
      }
      return bits[step][left];
    }
  }
}
