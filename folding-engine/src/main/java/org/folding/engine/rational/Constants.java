package org.folding.engine.rational;

import java.math.BigInteger;
import java.util.Arrays;
import org.folding.api.network.Tensor;

/** Constants of a node, one for all elements or one for each, as whole numbers. Immutable. */
final class Constants {
  private final BigInteger[] values;
  private final int scale;

  /**
   * @param scale how many bits behind the point they are to have; at least what they need
   */
  Constants(Tensor tensor, int scale) {
    this.values = new BigInteger[tensor.size()];
    this.scale = scale;
    Arrays.setAll(values, i -> Dyadic.scaled(tensor.get(i), scale));
  }

  int scale() {
    return scale;
  }

  BigInteger get(int element) {
    return values[values.length == 1 ? 0 : element];
  }
}
