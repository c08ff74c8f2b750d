package org.folding.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.folding.api.network.Dense;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.junit.jupiter.api.Test;

final class DenseTest {

  @Test
  void takesRowsOfWeights() {
    Dense layer = Dense.of(new double[][] {{1, 2, 3}, {4, 5, 6}}, 7, 8);

    assertThat(layer.weights()).isEqualTo(Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6));
    assertThat(layer.bias()).isEqualTo(Tensor.vector(7, 8));
  }

  @Test
  void takesNoBiasForZeros() {
    assertThat(Dense.of(new double[][] {{1}, {4}}).bias()).isEqualTo(Tensor.vector(0, 0));
  }

  @Test
  void refusesWhatIsNoMatrix() {
    assertThatThrownBy(() -> Dense.of(new double[][] {}))
        .hasMessage("a dense layer needs a row of weights");
    assertThatThrownBy(() -> Dense.of(new double[][] {{1, 2}, {3}}))
        .hasMessage("row 1 has 1 weights, but row 0 has 2");
    assertThatThrownBy(() -> Dense.of(new double[][] {{1, 2}}, 1, 2))
        .hasMessage("bias of shape [2] does not match weights of shape [1,2]");
  }
}
