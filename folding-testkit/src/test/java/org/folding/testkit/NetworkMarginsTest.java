package org.folding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folding.api.network.Affine;
import org.folding.api.network.Clip;
import org.folding.api.network.Concatenation;
import org.folding.api.network.Convolution;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;
import org.folding.api.network.TransposedConvolution;
import org.folding.api.network.UnitRole;
import org.folding.api.network.Window;
import org.junit.jupiter.api.Test;

/** Every value is computed by hand. */
final class NetworkMarginsTest {
  private static final Rectifier RELU = Rectifier.relu(UnitRole.HIDDEN);

  @Test
  void denseLayers() {
    Dense dense = new Dense(Tensor.of(Shape.of(2, 2), 1, 2, -3, 4), Tensor.vector(0.5, -1));

    assertThat(values(Shape.of(2), dense, 1, -2)).containsExactly(1 - 4 + 0.5, -3 - 8 - 1);
  }

  @Test
  void elementsAlone() {
    Affine affine = new Affine(Tensor.vector(2, -1), Tensor.scalar(0.25));
    Rectifier leaky = new Rectifier("LeakyRelu", Tensor.scalar(0.5), UnitRole.HIDDEN);

    assertThat(values(Shape.of(2), affine, 3, 4)).containsExactly(6.25, -3.75);
    assertThat(values(Shape.of(3), leaky, -4, 0, 4)).containsExactly(-2, 0, 4);
    assertThat(values(Shape.of(4), new Reshape(Shape.of(2, 2)), 1, 2, 3, 4))
        .containsExactly(1, 2, 3, 4);
    assertThat(values(Shape.of(3), MaxOfGroups.of(List.of(List.of(0, 2), List.of(1))), 1, 5, -3))
        .containsExactly(1, 5);
  }

  @Test
  void clippedUnitsHaveTwoMarginsEach() {
    Clip clip = new Clip("Clip", Tensor.scalar(-1), Tensor.vector(1, 6), UnitRole.HIDDEN);
    Network.Builder builder = Network.builder("n", Shape.of(2));
    builder.then("clip", clip);
    List<double[]> margins = NetworkMargins.at(builder.build(), new double[] {3, -2.5});

    assertThat(margins).hasSize(1);
    assertThat(margins.get(0)).containsExactly(4, 2, -1.5, -8.5);
    assertThat(values(Shape.of(2), clip, 3, -2.5)).containsExactly(1, -1);
  }

  @Test
  void sparseRows() {
    SparseMap map =
        SparseMap.builder(Shape.of(2)).entry(2, 3).entry(0, -1).endRow(0.5).endRow(7).build();

    assertThat(values(Shape.of(3), map, 1, 2, 4)).containsExactly(12 - 1 + 0.5, 7);
  }

  @Test
  void branchesThatAreAddedAndJoined() {
    Network.Builder builder = Network.builder("n", Shape.of(2, 2));
    int twice = builder.add("a", new Affine(Tensor.scalar(2), Tensor.scalar(0)), 0);
    int difference = builder.add("s", new Sum(List.of(1.0, -0.5)), 0, twice);
    int joined = builder.add("j", new Concatenation(1), twice, 0, difference);
    builder.add("r", RELU, joined);
    List<double[]> margins = NetworkMargins.at(builder.build(), new double[] {1, 2, 3, 4});

    // Rows [1, 2] and [3, 4]; the difference is 0 everywhere.
    assertThat(margins.get(0)).containsExactly(2, 4, 1, 2, 0, 0, 6, 8, 3, 4, 0, 0);
  }

  /** A kernel of 2 by 2 that moves by 2 over a padded image: 2 by 2 positions. */
  @Test
  void convolutions() {
    Window window =
        new Window(List.of(2, 2), List.of(2, 2), List.of(1, 1), List.of(1, 0), List.of(0, 1));
    Convolution convolution =
        new Convolution(
            Tensor.of(Shape.of(1, 1, 2, 2), 1, 10, 100, 1000), Tensor.vector(0.5), window, 1);

    // Rows: padding, [1, 2, 3], [4, 5, 6], [7, 8, 9]; columns: three and one of padding.
    assertThat(values(Shape.of(1, 3, 3), convolution, 1, 2, 3, 4, 5, 6, 7, 8, 9))
        .containsExactly(100 + 2000 + 0.5, 300 + 0.5, 4 + 50 + 700 + 8000 + 0.5, 6 + 900 + 0.5);
  }

  @Test
  void convolutionsInGroupsWithGaps() {
    Window window = new Window(List.of(2), List.of(1), List.of(2), List.of(0), List.of(0));
    Convolution convolution =
        new Convolution(
            Tensor.of(Shape.of(2, 1, 2), 1, 10, 100, 1000), Tensor.vector(0, 1), window, 2);

    assertThat(values(Shape.of(2, 3), convolution, 1, 2, 3, 4, 5, 6))
        .containsExactly(1 + 30, 400 + 6000 + 1);
  }

  /** Each input element adds the kernel, times itself, at twice its place, less one of padding. */
  @Test
  void transposedConvolutions() {
    Window window = new Window(List.of(3), List.of(2), List.of(1), List.of(1), List.of(0));
    TransposedConvolution convolution =
        new TransposedConvolution(
            Tensor.of(Shape.of(1, 2, 3), 1, 10, 100, 2, 20, 200),
            Tensor.vector(0, 0.5),
            window,
            1,
            List.of(1));

    // Places −1 to 4, of which the first is cut off and one is appended.
    assertThat(values(Shape.of(1, 2), convolution, 1, 3))
        .containsExactly(10, 100 + 3, 30, 300, 0, 20.5, 206.5, 60.5, 600.5, 0.5);
  }

  /** The result of one operation, as the pre-activations of units behind it. */
  private static double[] values(Shape input, Operation operation, double... x) {
    Network.Builder builder = Network.builder("n", input);
    builder.then("it", operation);
    builder.then("units", RELU);
    List<double[]> margins = NetworkMargins.at(builder.build(), x);
    return margins.get(margins.size() - 1);
  }
}
