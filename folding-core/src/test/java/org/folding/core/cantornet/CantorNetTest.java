package org.folding.core.cantornet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;
import org.folding.api.network.UnitRole;
import org.folding.core.cantornet.CantorNet.Representation;
import org.folding.engine.network.NetworkEvaluator;
import org.folding.engine.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class CantorNetTest {

  static Stream<Arguments> networks() {
    return Arrays.stream(Representation.values())
        .flatMap(r -> IntStream.rangeClosed(1, 5).mapToObj(k -> Arguments.of(r, k)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void sampledFoldingIsThatOfTheOracle(Representation representation, int depth)
      throws IOException {
    JsonNode expected =
        new ObjectMapper()
            .readTree(SharedFiles.find("oracle/cantornet.json").toFile())
            .get("representations")
            .get(representation.name())
            .get(Integer.toString(depth));
    ExactNetwork network = new ExactNetwork(CantorNet.of(representation, depth));
    List<List<Boolean>> patterns = new ArrayList<>();
    for (int i = 0; i <= 10; i++) {
      patterns.add(network.pattern(new BigFraction(i, 10), new BigFraction(3, 4)));
    }
    List<Integer> toStart = new ArrayList<>();
    List<Integer> steps = new ArrayList<>();
    List<Double> folding = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      toStart.add(distance(patterns.get(0), patterns.get(i)));
      steps.add(distance(patterns.get(i - 1), patterns.get(i)));
      int range = toStart.stream().mapToInt(d -> d).max().getAsInt();
      int length = steps.stream().mapToInt(d -> d).sum();
      folding.add(length == 0 ? 0 : 1 - (double) range / length);
    }

    assertThat(patterns.get(0)).hasSize(expected.get("units").intValue());
    assertThat(toStart).isEqualTo(integers(expected.get("distance_to_start")));
    assertThat(steps).isEqualTo(integers(expected.get("step_distance")));
    assertThat(folding.get(9)).isCloseTo(expected.get("folding").doubleValue(), within(1e-15));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void outputIsPositiveExactlyAboveTheBoundary(Representation representation, int depth) {
    ExactNetwork network = new ExactNetwork(CantorNet.of(representation, depth));
    Random random = new Random(17);
    int above = 0;
    int below = 0;
    while (above < 20 || below < 20) {
      BigFraction x = new BigFraction(random.nextInt(100_001), 100_000);
      BigFraction y = boundary(x, depth).add(new BigFraction(random.nextInt(2001) - 1000, 4001));
      int side = y.compareTo(boundary(x, depth));
      if (side != 0) {
        List<BigFraction[]> values = network.values(x, y);
        BigFraction output = values.get(values.size() - 1)[0];
        assertThat(output.compareTo(BigFraction.ZERO)).isEqualTo(Math.max(side, 0));
      }
      above += side > 0 ? 1 : 0;
      below += side < 0 ? 1 : 0;
    }
  }

  /** The height of the boundary by its definition: ½ over an interval of the approximation. */
  private static BigFraction boundary(BigFraction x, int depth) {
    BigFraction third = x.multiply(3);
    if (depth > 1) {
      // Each recursion maps the outer thirds onto [0, 1]; over the middle third the height is 1.
      if (third.compareTo(BigFraction.ONE) <= 0) {
        return boundary(third, depth - 1);
      }
      BigFraction last = third.subtract(2);
      return last.compareTo(BigFraction.ZERO) >= 0 ? boundary(last, depth - 1) : BigFraction.ONE;
    }
    BigFraction left = BigFraction.ONE.subtract(third.divide(2));
    BigFraction right = BigFraction.ONE.subtract(new BigFraction(3).subtract(third).divide(2));
    BigFraction slope = left.compareTo(right) > 0 ? left : right;
    return slope.compareTo(BigFraction.ONE_HALF) > 0 ? slope : BigFraction.ONE_HALF;
  }

  @Test
  void unitsOfTheRecursiveNetworkHaveRoles() {
    List<UnitLayer> layers = UnitLayer.of(CantorNet.of(Representation.A, 2));

    assertThat(layers)
        .extracting(UnitLayer::name)
        .containsExactly("recursion1", "projection1", "recursion2", "projection2", "readout");
    assertThat(layers).extracting(UnitLayer::bits).containsExactly(3, 2, 3, 2, 1);
    assertThat(layers)
        .extracting(UnitLayer::role)
        .containsExactly(
            UnitRole.HIDDEN,
            UnitRole.PROJECTION,
            UnitRole.HIDDEN,
            UnitRole.PROJECTION,
            UnitRole.READOUT);
  }

  @ParameterizedTest
  @EnumSource(
      value = Representation.class,
      names = {"B", "C"})
  void onlyTheLastUnitOfMinimaIsReadOut(Representation representation) {
    List<UnitLayer> layers = UnitLayer.of(CantorNet.of(representation, 3));

    assertThat(layers.subList(0, layers.size() - 1))
        .extracting(UnitLayer::role)
        .containsOnly(UnitRole.HIDDEN);
    UnitLayer last = layers.get(layers.size() - 1);
    assertThat(last.role()).isEqualTo(UnitRole.READOUT);
    assertThat(last.bits()).isEqualTo(1);
  }

  @Test
  void readoutOfStagesIsFoldedIntoTheNextWeights() {
    // 2^(k-1) + 2 lines and maxima, then pairs; no layer stands between two stages.
    List<UnitLayer> layers = UnitLayer.of(CantorNet.of(Representation.C, 4));

    assertThat(layers).extracting(UnitLayer::bits).containsExactly(10, 20, 10, 6, 4, 1);
  }

  @Test
  void greatDepthsAreBuilt() {
    Network deep = CantorNet.of(Representation.A, Representation.A.greatestDepth());
    Network wide = CantorNet.of(Representation.B, Representation.B.greatestDepth());

    assertThat(deep.inputShape()).isEqualTo(Shape.of(2));
    // The lowest value there is that of v_1, which is y − ½ times its length, 1 in units of 3^−12.
    assertThat(new NetworkEvaluator(wide).output(new double[] {0.5, 1.25})[0]).isEqualTo(0.75);
  }

  @ParameterizedTest
  @CsvSource({"A, 0, 40", "A, 41, 40", "B, 13, 12", "C, -1, 12"})
  void depthOutOfRangeIsRefused(Representation representation, int depth, int greatest) {
    assertThatThrownBy(() -> CantorNet.of(representation, depth))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "depth is %d but must be from 1 to %d for CantorNet %s",
            depth, greatest, representation);
  }

  private static int distance(List<Boolean> a, List<Boolean> b) {
    int distance = 0;
    for (int i = 0; i < a.size(); i++) {
      distance += a.get(i).equals(b.get(i)) ? 0 : 1;
    }
    return distance;
  }

  private static List<Integer> integers(JsonNode array) {
    List<Integer> list = new ArrayList<>();
    array.forEach(value -> list.add(value.intValue()));
    return list;
  }
}
