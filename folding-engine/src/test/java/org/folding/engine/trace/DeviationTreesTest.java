package org.folding.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.folding.engine.kernel.LineKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds of how far rows stray from their chords, against each row's distance. */
final class DeviationTreesTest {
  private static final int N = 2 * LineKernels.LANES;
  private static final double NONE = 1e-12;

  private Partition intervals;
  private double[] rows;
  private DeviationTrees trees;

  /** More than there is room for at first, and a last tree of any length. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 15, 16, 17, 100, 301})
  void boundsTheDistanceFromTheChordAtEachNode(int count) {
    Random random = new Random(count);
    intervals = intervals(random.doubles(count - 1).sorted());
    rows = random.doubles((count + 1L) * N, -1, 1).toArray();
    trees = new DeviationTrees();
    for (int turn = 0; turn < 2; turn++) {
      trees.find(intervals, rows, N);
      assertThat(DeviationTrees.count(count)).isEqualTo((count + 15) / 16);
      for (int tree = 0; 16 * tree < count; tree++) {
        check(DeviationTrees.root(tree), 16 * tree, Math.min(count, 16 * tree + 16));
      }
    }
  }

  private static Partition intervals(DoubleStream breakpoints) {
    Partition line = new Partition();
    line.reset(1);
    Partition cut = new Partition();
    cut.add(line, 0, 1);
    breakpoints.forEach(t -> cut.add(t, 0, 0));
    cut.add(line, 1, 2);
    return cut;
  }

  private void check(int node, int first, int end) {
    double largest = 0;
    for (int i = first + 1; i < end; i++) {
      largest = Math.max(largest, distance(first, i, end));
    }
    if (end - first <= 2) {
      assertThat(trees.of(node)).isCloseTo(largest, within(NONE));
    } else {
      assertThat(trees.of(node)).isGreaterThan(largest - NONE);
    }
    if (end - first > 1) {
      int middle = (first + end) / 2;
      int half = DeviationTrees.half(node);
      check(half, first, middle);
      check(half + 1, middle, end);
      // It strays from its chord at most by the distance of the middle, and what the halves do.
      double halves = Math.max(trees.of(half), trees.of(half + 1));
      assertThat(trees.of(node)).isCloseTo(distance(first, middle, end) + halves, within(NONE));
    }
  }

  private double distance(int first, int i, int end) {
    double start = intervals.start(first);
    double part = (intervals.start(i) - start) / (intervals.start(end) - start);
    double squares = 0;
    for (int o = 0; o < N; o++) {
      double chord = (1 - part) * rows[first * N + o] + part * rows[end * N + o];
      squares += Math.pow(rows[i * N + o] - chord, 2);
    }
    return Math.sqrt(squares);
  }
}
