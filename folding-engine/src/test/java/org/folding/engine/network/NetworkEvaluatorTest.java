package org.folding.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.folding.api.network.Affine;
import org.folding.api.network.Clip;
import org.folding.api.network.Concatenation;
import org.folding.api.network.Convolution;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;
import org.folding.api.network.TransposedConvolution;
import org.folding.api.network.UnitRole;
import org.folding.api.network.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations with results worked out by hand, and laws that they obey. */
class NetworkEvaluatorTest {

  private static double[] evaluate(Shape input, Operation operation, double... x) {
    Network.Builder network = Network.builder("net", input);
    network.then("node", operation);
    return new NetworkEvaluator(network.build()).output(x);
  }

  @Test
  void convolutionIsNotFlipped() {
    Convolution convolution =
        new Convolution(Tensor.of(Shape.of(1, 1, 2), 1, -3), Tensor.vector(10), Window.of(2), 1);
    assertThat(evaluate(Shape.of(1, 4), convolution, 1, 2, 4, 8)).containsExactly(5, 0, -10);
  }

  @Test
  void convolutionStridesPadsAndDilates() {
    Window window = new Window(List.of(2), List.of(2), List.of(2), List.of(1), List.of(0));
    Convolution convolution =
        new Convolution(Tensor.of(Shape.of(1, 1, 2), 1, -1), Tensor.vector(0), window, 1);
    // Positions −1 and 1: (0, 2) and (2, 4).
    assertThat(evaluate(Shape.of(1, 4), convolution, 1, 2, 3, 4)).containsExactly(-2, -2);
  }

  @Test
  void groupsOfAConvolutionDoNotSeeEachOther() {
    Convolution convolution =
        new Convolution(
            Tensor.of(Shape.of(4, 1, 1), 1, 2, 3, 4), Tensor.vector(0, 0, 0, 100), Window.of(1), 2);
    assertThat(evaluate(Shape.of(2, 2), convolution, 1, 10, 5, 7))
        .containsExactly(1, 10, 2, 20, 15, 21, 120, 128);
  }

  @Test
  void kernelsOfTwoAxesAreRowMajor() {
    Convolution convolution =
        new Convolution(
            Tensor.of(Shape.of(1, 1, 2, 2), 1, 10, 100, 1000),
            Tensor.vector(0),
            Window.of(2, 2),
            1);
    assertThat(evaluate(Shape.of(1, 2, 3), convolution, 1, 2, 3, 4, 5, 6))
        .containsExactly(5421, 6532);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0, 1", "2, 1, 1, 1", "2, 2, 1, 2", "3, 1, 0, 2"})
  void transposedConvolutionIsTheAdjoint(int stride, int dilation, int padding, int groups) {
    Random random = new Random(7);
    Window window =
        new Window(
            List.of(2, 3),
            List.of(stride, stride),
            List.of(dilation, dilation),
            List.of(padding, padding),
            List.of(padding, padding));
    int channels = 2 * groups;
    int maps = 3 * groups;
    Tensor weights = numbers(random, Shape.of(maps, 2, 2, 3));
    Shape input = Shape.of(channels, 7, 8);
    Convolution forth = new Convolution(weights, Tensor.vector(new double[maps]), window, groups);
    Shape output = forth.outputShape(List.of(input));
    // What the strides leave over at the end has to be added back.
    List<Integer> left =
        IntStream.range(0, 2)
            .mapToObj(
                axis ->
                    (int) ((input.extent(axis + 1) + 2L * padding - window.span(axis)) % stride))
            .toList();
    TransposedConvolution back =
        new TransposedConvolution(
            weights, Tensor.vector(new double[channels]), window, groups, left);
    assertThat(back.outputShape(List.of(output))).isEqualTo(input);
    double[] x = numbers(random, input).toArray();
    double[] y = numbers(random, output).toArray();
    assertThat(dot(evaluate(input, forth, x), y))
        .isCloseTo(dot(x, evaluate(output, back, y)), within(1e-12));
  }

  @Test
  void clippedUnitsHaveTwoMargins() {
    Network.Builder network = Network.builder("net", Shape.of(3));
    network.then("clip", new Clip("Clip", Tensor.scalar(0), Tensor.scalar(6), UnitRole.HIDDEN));
    NetworkEvaluator evaluator = new NetworkEvaluator(network.build());
    assertThat(evaluator.output(new double[] {-1, 2, 9})).containsExactly(0, 2, 6);
    double[] margins = new double[6];
    evaluator.margins(new double[] {-1, 2, 9}, 1, margins);
    assertThat(margins).containsExactly(-1, -7, 2, -4, 9, 3);
  }

  @Test
  void valuesCanBeReadMoreThanOnce() {
    Network.Builder network = Network.builder("residual", Shape.of(2));
    int doubled = network.then("double", new Affine(Tensor.scalar(2), Tensor.scalar(0)));
    int sum = network.add("sum", new Sum(List.of(1.0, -3.0)), doubled, 0);
    network.add("join", new Concatenation(0), sum, 0);
    assertThat(new NetworkEvaluator(network.build()).output(new double[] {1, 4}))
        .containsExactly(-1, -4, 1, 4);
  }

  @Test
  void joinsAlongAnInnerAxis() {
    Network.Builder network = Network.builder("net", Shape.of(2, 1));
    int negated = network.then("negate", new Affine(Tensor.scalar(-1), Tensor.scalar(0)));
    network.add("join", new Concatenation(1), 0, negated, 0);
    assertThat(new NetworkEvaluator(network.build()).output(new double[] {1, 4}))
        .containsExactly(1, -1, 1, 4, -4, 4);
  }

  @Test
  void sparseMapsAndMaximaReadWhatTheyName() {
    SparseMap mean =
        SparseMap.builder(Shape.of(2))
            .entry(0, 0.5)
            .entry(2, 0.5)
            .endRow(1)
            .entry(1, 1)
            .endRow(0)
            .build();
    assertThat(evaluate(Shape.of(3), mean, 2, 7, 4)).containsExactly(4, 7);
    assertThat(evaluate(Shape.of(3), SparseMap.select(Shape.of(2), 2, 2), 2, 7, 4))
        .containsExactly(4, 4);
    assertThat(
            evaluate(
                Shape.of(3), new MaxOfGroups(Shape.of(1, 2), new int[][] {{0, 2}, {1}}), 2, -7, 4))
        .containsExactly(4, -7);
  }

  private static Tensor numbers(Random random, Shape shape) {
    return Tensor.of(shape, random.doubles(shape.size(), -1, 1).toArray());
  }

  private static double dot(double[] x, double[] y) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
  }
}
