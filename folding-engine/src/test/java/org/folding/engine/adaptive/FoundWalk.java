package org.folding.engine.adaptive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.folding.engine.path.SearchLimits;

/** Searches curves that are given bit by bit, and keeps the walk and the points looked at. */
final class FoundWalk implements FlipSink {
  final TreeMap<Integer, Boolean> start = new TreeMap<>();
  final TreeMap<Double, TreeSet<Integer>> steps = new TreeMap<>();
  final List<Double> looked = new ArrayList<>();
  SearchOutcome outcome;

  /** Searches bits of which nothing is known. */
  static FoundWalk smooth(SearchLimits limits, DoubleUnaryOperator... bits) {
    return search(new SearchedBits(new int[bits.length], all(bits.length), 0), limits, bits);
  }

  /** Searches a piecewise-linear network of one bit a level. */
  static FoundWalk piecewiseLinear(SearchLimits limits, DoubleUnaryOperator... bits) {
    int[] levels = all(bits.length);
    return search(new SearchedBits(levels, levels, bits.length), limits, bits);
  }

  static FoundWalk search(SearchedBits bits, SearchLimits limits, DoubleUnaryOperator... margins) {
    FoundWalk walk = new FoundWalk();
    Curve curve =
        (times, rows) -> {
          for (int i = 0; i < times.length; i++) {
            walk.looked.add(times[i]);
            for (int bit = 0; bit < margins.length; bit++) {
              rows[i][bit] = margins[bit].applyAsDouble(times[i]);
            }
          }
        };
    walk.outcome = new AdaptiveSearch(bits, limits).search(curve, new double[0], walk);
    return walk;
  }

  static int[] all(int count) {
    int[] numbers = new int[count];
    Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  /** The bits in the order of their flips; those of one step in brackets. */
  String order() {
    StringBuilder text = new StringBuilder();
    steps.values().forEach(bits -> text.append(bits.size() == 1 ? bits.first() + " " : bits + " "));
    return text.toString().strip();
  }

  @Override
  public void start(int bit, boolean value) {
    start.put(bit, value);
  }

  @Override
  public void flip(double time, int bit) {
    TreeSet<Integer> step = steps.computeIfAbsent(time, t -> new TreeSet<>());
    if (!step.remove(bit)) {
      step.add(bit);
    }
    if (step.isEmpty()) {
      steps.remove(time);
    }
  }
}
