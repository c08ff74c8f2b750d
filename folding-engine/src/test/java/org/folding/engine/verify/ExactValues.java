package org.folding.engine.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folding.api.network.Clip;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.engine.network.LinearRows;

/** The values of a network in decimal arithmetic, which holds every double and rounds nothing. */
final class ExactValues {
  private ExactValues() {}

  /**
   * @param input the input, row-major
   * @return the input, then the result of each node
   */
  static List<BigDecimal[]> of(Network network, BigDecimal[] input) {
    List<BigDecimal[]> values = new ArrayList<>();
    values.add(input);
    for (Network.Node node : network.nodes()) {
      BigDecimal[] first = values.get(node.operands().get(0));
      BigDecimal[] result = new BigDecimal[node.shape().size()];
      if (node.operation() instanceof Rectifier rectifier) {
        Arrays.setAll(
            result,
            u ->
                first[u].signum() > 0
                    ? first[u]
                    : first[u].multiply(each(rectifier.negativeSlope(), u)));
      } else if (node.operation() instanceof Clip clip) {
        Arrays.setAll(result, u -> first[u].max(each(clip.lower(), u)).min(each(clip.upper(), u)));
      } else if (node.operation() instanceof MaxOfGroups max) {
        Arrays.setAll(
            result,
            g ->
                Arrays.stream(max.elements(g))
                    .mapToObj(i -> first[i])
                    .reduce(BigDecimal::max)
                    .orElseThrow());
      } else {
        LinearRows rows = rows(network, node);
        Arrays.setAll(result, o -> sum(rows, o, node.operands(), values));
      }
      values.add(result);
    }
    return values;
  }

  private static LinearRows rows(Network network, Network.Node node) {
    List<Shape> shapes =
        node.operands().stream()
            .map(v -> v == 0 ? network.inputShape() : network.nodes().get(v - 1).shape())
            .toList();
    return LinearRows.of(node.operation(), shapes, node.shape());
  }

  private static BigDecimal sum(
      LinearRows rows, int output, List<Integer> operands, List<BigDecimal[]> values) {
    BigDecimal[] sum = {BigDecimal.ZERO};
    double shift =
        rows.row(
            output,
            (operand, element, weight) -> {
              BigDecimal x = values.get(operands.get(operand))[element];
              sum[0] = sum[0].add(x.multiply(new BigDecimal(weight)));
            });
    return sum[0].add(new BigDecimal(shift));
  }

  private static BigDecimal each(Tensor values, int index) {
    return new BigDecimal(values.get(values.size() == 1 ? 0 : index));
  }
}
