package org.folding.core.study;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.folding.api.data.Dataset;
import org.folding.api.network.Network;
import org.folding.engine.network.NetworkEvaluator;

/** How many rows a network puts into their class: the one whose output is the greatest. */
final class TestAccuracy {
  private TestAccuracy() {}

  /**
   * @param network a network whose outputs, in order, stand for the classes 0, 1, …
   * @param data labelled data
   * @param threads how many threads to use
   * @return the share of rows whose greatest output, the first of equal ones, is that of their
   *     label; empty where a label has no output
   */
  static OptionalDouble of(Network network, Dataset data, int threads) {
    int outputs = network.outputShape().size();
    if (IntStream.range(0, data.rows())
        .map(data::label)
        .anyMatch(label -> label < 0 || label >= outputs)) {
      return OptionalDouble.empty();
    }
    int rows = data.rows();
    int parts = Math.max(1, Math.min(threads, rows));
    long right =
        IntStream.range(0, parts)
            .parallel()
            .mapToLong(
                part ->
                    right(
                        network,
                        data,
                        (int) ((long) part * rows / parts),
                        (int) ((part + 1L) * rows / parts)))
            .sum();
    return OptionalDouble.of((double) right / rows);
  }

  private static long right(Network network, Dataset data, int start, int end) {
    NetworkEvaluator evaluator = new NetworkEvaluator(network);
    double[] input = new double[data.width()];
    long right = 0;
    for (int row = start; row < end; row++) {
      data.copyRow(row, input, 0);
      if (greatest(evaluator.output(input)) == data.label(row)) {
        right++;
      }
    }
    return right;
  }

  private static int greatest(double[] outputs) {
    int greatest = 0;
    for (int i = 1; i < outputs.length; i++) {
      if (outputs[i] > outputs[greatest]) {
        greatest = i;
      }
    }
    return greatest;
  }
}
