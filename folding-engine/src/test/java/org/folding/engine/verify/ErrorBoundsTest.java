package org.folding.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.folding.api.network.Clip;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.engine.network.NetworkEvaluator;
import org.folding.engine.testing.Networks;
import org.folding.engine.testing.RandomGraphs;
import org.folding.engine.testing.RandomImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bounds against decimal arithmetic, and against what the textbook says that they are. */
final class ErrorBoundsTest {
  private static final double UNIT = 0x1p-53;

  /** How far above the least bound of the textbook a bound may lie. */
  private static final BigDecimal SLACK = new BigDecimal("1.02");

  @Test
  void noErrorInARandomNetworkIsLarger() {
    Worst worst = new Worst();
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      worst.look(seed, RandomGraphs.next(random), random);
      worst.look(seed, RandomImages.next(random), random);
      worst.look(
          seed, Networks.gaussianNetwork(random, 3, new int[] {5, 4, 5, 3}, 0, 0.1, -1.3), random);
    }
    // Else the bounds would say nothing: many errors are not zero, and some come near them.
    assertThat(worst.errors).isGreaterThan(5_000);
    assertThat(worst.share).isGreaterThan(0.3);
  }

  /** Σ wᵢxᵢ + b is wrong by at most γ(n + 1) · (Σ |wᵢxᵢ| + |b|), where γ(k) = ku / (1 − ku). */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 100})
  void sumsHaveTheBoundOfTheTextbook(int inputs) {
    Random random = new Random(inputs);
    double[] x = random.doubles(inputs, -3, 3).toArray();
    double[] weights = random.doubles(inputs, -3, 3).toArray();
    for (double bias : new double[] {0, -2.7}) {
      BigDecimal magnitude = exact(Math.abs(bias));
      for (int j = 0; j < inputs; j++) {
        magnitude = magnitude.add(exact(weights[j]).multiply(exact(x[j])).abs());
      }
      double[] noError = new double[inputs];

      double bound = bounds(row(weights, bias), x, noError)[0];

      assertThat(exact(bound))
          .isBetween(gamma(inputs + 1, magnitude), slack(inputs + 1, magnitude));
    }
  }

  /** Zeros that are certain are no terms: the bound is that of the sum without them. */
  @Test
  void zerosAreNoTerms() {
    double[] x = {0, 3, 0.7, 0, 5};
    double[] weights = {7, 0.1, 0.3, 1e9, 0};
    BigDecimal magnitude =
        exact(0.1).multiply(exact(3)).add(exact(0.3).multiply(exact(0.7))).add(exact(1));

    double bound = bounds(row(weights, 1), x, new double[5])[0];

    assertThat(exact(bound)).isBetween(gamma(3, magnitude), slack(3, magnitude));
  }

  /** A sum of zeros is its bias and has no error; a zero that is uncertain is a term. */
  @Test
  void aZeroIsExactOnlyIfItsTermsAre() {
    Dense row = row(new double[] {3, 0, -2}, 0.3);
    double[] zeros = {0, 1, 0};

    assertThat(bounds(row, zeros, new double[3])).containsExactly(0);
    assertThat(bounds(row, zeros, new double[] {0, 1, 0})).containsExactly(0);
    assertThat(bounds(row, zeros, new double[] {0.25, 1, 0})[0]).isBetween(0.75, 0.75 * 1.02);
    assertThat(bounds(row, zeros, new double[] {0, 1, 0.25})[0]).isBetween(0.5, 0.5 * 1.02);
  }

  /** ±x is x: nothing is rounded, so the error is that of x. With a factor or a bias it is not. */
  @Test
  void copiesAddNoErrorOfTheirOwn() {
    double[] x = {0.7, 0, 0};
    double[] error = {0.25, 0, 0};

    assertThat(bounds(row(new double[] {1, 2, 0}, 0), x, error)).containsExactly(0.25);
    assertThat(bounds(row(new double[] {-1, 2, 0}, 0), x, error)).containsExactly(0.25);
    assertThat(bounds(row(new double[] {1, 2, 0}, 0.1), x, new double[3])[0]).isPositive();
    assertThat(bounds(row(new double[] {0.1, 2, 0}, 0), x, new double[3])[0]).isPositive();
    assertThat(bounds(row(new double[] {1, 1, 1}, 0), new double[] {1, 1, 0}, new double[3])[0])
        .isPositive();
  }

  /** What the operands' errors grow to: Σ |wᵢ| eᵢ, of every operand. */
  @Test
  void errorsOfOperandsGrowWithTheirWeights() {
    double[] error = {0.5, 0.125};
    Network.Builder builder = Network.builder("sum", Shape.of(2));
    int absolute = builder.add("swap", row(new double[][] {{0, 1}, {1, 0}}), 0);
    builder.add("sum", new Sum(List.of(-3.0, 2.0)), 0, absolute);

    double[] bound = bounds(builder.build(), new double[] {1, 1}, error);

    assertThat(bound[0]).isBetween(3 * 0.5 + 2 * 0.125, (3 * 0.5 + 2 * 0.125) * 1.02);
    assertThat(bound[1]).isBetween(3 * 0.125 + 2 * 0.5, (3 * 0.125 + 2 * 0.5) * 1.02);
  }

  /** Each of 4 products is ¾ of the least double, which float64 makes that double. */
  @Test
  void productsMayVanish() {
    double least = Double.MIN_VALUE;
    double[] weights = DoubleStream.generate(() -> 0.75).limit(4).toArray();
    double[] x = DoubleStream.generate(() -> least).limit(4).toArray();
    Network network = network(row(weights, 0));

    double value = new NetworkEvaluator(network).output(x)[0];
    double bound = bounds(network, x, new double[4])[0];

    assertThat(value).isEqualTo(4 * least);
    assertThat(bound).isBetween(least, 8 * least);
  }

  /** Where its sign is certain a unit passes on the error times its slope. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 0.1, -0.3, 3})
  void rectifiedValuesHaveTheErrorOfTheirSide(double slope) {
    Rectifier rectifier = new Rectifier("PRelu", Tensor.scalar(slope), UnitRole.HIDDEN);
    double[] z = {0.7, -0.7, 0.1, -0.1, 0.7, -0.7};
    double[] error = {0.25, 0.25, 0.25, 0.25, 0, 0};

    double[] bound = bounds(rectifier, z, error);

    double steep = Math.abs(slope);
    double either = Math.max(1, steep);
    assertThat(bound[0]).isEqualTo(0.25);
    assertThat(bound[1]).isBetween(steep * 0.25, steep * 0.25 * 1.02);
    assertThat(bound[2]).isBetween(either * 0.25, either * 0.25 * 1.02);
    assertThat(bound[3]).isBetween(either * 0.25, either * 0.25 * 1.02);
    assertThat(bound[4]).isZero();
    // A product with 0, 1 or −1 is not rounded, any other once.
    double rounded = steep == 0 || steep == 1 ? 0 : UNIT * steep * 0.7;
    assertThat(bound[5]).isBetween(rounded, rounded * 1.02);
  }

  /** A certain zero times a slope is a certain zero. */
  @Test
  void zerosStayZeros() {
    Rectifier rectifier = new Rectifier("PRelu", Tensor.scalar(0.1), UnitRole.HIDDEN);

    double[] bound = bounds(rectifier, new double[] {0, 0}, new double[] {0, 0.25});

    assertThat(bound[0]).isZero();
    assertThat(bound[1]).isBetween(0.25, 0.25 * 1.02);
  }

  /** Products with a slope are rounded to the least double, or to zero. */
  @ParameterizedTest
  @ValueSource(doubles = {0.75, 0.25, -0.75})
  void productsWithASlopeMayVanish(double slope) {
    Rectifier rectifier = new Rectifier("PRelu", Tensor.scalar(slope), UnitRole.HIDDEN);
    double[] z = {-Double.MIN_VALUE};

    double value = new NetworkEvaluator(network(rectifier, 1)).output(z)[0];
    double bound = bounds(rectifier, z, new double[1])[0];

    BigDecimal error = exact(value).subtract(exact(slope).multiply(exact(z[0]))).abs();
    assertThat(error).isPositive();
    assertThat(exact(bound)).isBetween(error, exact(4 * Double.MIN_VALUE));
  }

  /** A value that is surely beyond a limit becomes that limit; any other keeps its error. */
  @Test
  void clippedValuesAreCertainBeyondTheLimitsAlone() {
    Clip clip =
        new Clip("Clip", Tensor.scalar(-1), Tensor.vector(1, 1, 1, 1, 1, 9), UnitRole.HIDDEN);
    double[] z = {0, -1.125, 1.125, -1.5, 1.5, 1.5};
    double[] error = {0.25, 0.25, 0.25, 0.25, 0.25, 0.25};

    assertThat(bounds(clip, z, error)).containsExactly(0.25, 0.25, 0.25, 0, 0, 0.25);
  }

  @Test
  void lowerLimitsAreEachTheirOwn() {
    Clip clip = new Clip("Clip", Tensor.vector(-9, -1), Tensor.scalar(1), UnitRole.HIDDEN);

    assertThat(bounds(clip, new double[] {-1.5, -1.5}, new double[] {0.25, 0.25}))
        .containsExactly(0.25, 0);
  }

  /** A maximum is as uncertain as any of its operands, which may be the greatest in truth. */
  @Test
  void maximaHaveTheLargestErrorOfTheirOperands() {
    MaxOfGroups max = new MaxOfGroups(Shape.of(3), new int[][] {{0, 1}, {2, 0}, {2}});

    double[] bound = bounds(max, new double[] {1, 1, 1}, new double[] {0.25, 0.5, 0.125});

    assertThat(bound).containsExactly(0.5, 0.25, 0.125);
  }

  /** Bounds are those of the values given last. */
  @Test
  void nothingIsLeftOfThePointBefore() {
    Network network = network(new MaxOfGroups(Shape.of(1), new int[][] {{0, 1}}), 2);
    ErrorBounds bounds = new ErrorBounds(network);
    bounds.input()[0] = 0.5;
    bounds.update(new NetworkEvaluator(network).values(new double[] {1, 2}));
    bounds.input()[0] = 0.25;
    bounds.update(new NetworkEvaluator(network).values(new double[] {1, 2}));

    assertThat(bounds.of(1)).containsExactly(0.25);
  }

  private static Dense row(double[] weights, double bias) {
    return new Dense(Tensor.of(Shape.of(1, weights.length), weights), Tensor.vector(bias));
  }

  private static Dense row(double[][] rows) {
    double[] weights = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    return new Dense(
        Tensor.of(Shape.of(rows.length, rows[0].length), weights),
        Tensor.vector(new double[rows.length]));
  }

  private static Network network(Dense dense) {
    return network(dense, dense.weights().shape().extent(1));
  }

  private static Network network(Operation operation, int inputs) {
    Network.Builder builder = Network.builder("net", Shape.of(inputs));
    builder.then("node", operation);
    return builder.build();
  }

  private static double[] bounds(Operation operation, double[] x, double[] error) {
    return bounds(network(operation, x.length), x, error);
  }

  /** The bounds of the last node. */
  private static double[] bounds(Network network, double[] x, double[] error) {
    ErrorBounds bounds = new ErrorBounds(network);
    System.arraycopy(error, 0, bounds.input(), 0, error.length);
    bounds.update(new NetworkEvaluator(network).values(x));
    return bounds.of(network.nodes().size());
  }

  private static BigDecimal gamma(int roundings, BigDecimal magnitude) {
    BigDecimal relative = exact(UNIT).multiply(BigDecimal.valueOf(roundings));
    // 1 / (1 − ku) is above 1 + ku, by less than a double can tell.
    return relative.add(relative.multiply(relative)).multiply(magnitude);
  }

  private static BigDecimal slack(int roundings, BigDecimal magnitude) {
    return gamma(roundings, magnitude).multiply(SLACK);
  }

  private static BigDecimal exact(double x) {
    return new BigDecimal(x);
  }

  /** Holds the errors of whole networks against their bounds. */
  private static final class Worst {
    private int errors;
    private double share;

    /** At a point that is exact, or is known up to an error and as wrong as that allows. */
    void look(int seed, Network network, Random random) {
      double[] x = random.doubles(network.inputShape().size(), -4, 4).toArray();
      boolean isExact = random.nextBoolean();
      ErrorBounds bounds = new ErrorBounds(network);
      BigDecimal[] exact = new BigDecimal[x.length];
      for (int j = 0; j < x.length; j++) {
        bounds.input()[j] = isExact ? 0 : random.nextInt(4) * 0x1p-52;
        double off = bounds.input()[j] * (random.nextInt(3) - 1);
        exact[j] = exact(x[j]).add(exact(off));
      }
      double[][] values = new NetworkEvaluator(network).values(x);
      bounds.update(values);
      List<BigDecimal[]> truth = ExactValues.of(network, exact);
      for (int v = 0; v < values.length; v++) {
        for (int e = 0; e < values[v].length; e++) {
          BigDecimal error = exact(values[v][e]).subtract(truth.get(v)[e]).abs();
          double bound = bounds.of(v)[e];
          assertThat(error)
              .as("seed %d, %s: element %d of value %d", seed, network.name(), e, v)
              .isLessThanOrEqualTo(exact(bound));
          if (isExact && error.signum() != 0) {
            errors++;
            share = Math.max(share, error.doubleValue() / bound);
          }
        }
      }
    }
  }
}
