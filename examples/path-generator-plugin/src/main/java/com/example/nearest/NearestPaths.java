package com.example.nearest;

import java.util.Objects;
import org.folding.api.data.Dataset;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathGenerator;

/**
 * Straight lines from rows x_i to x_j with j = argmin |x_i − x_j|, the lowest j among equal
 * distances. The search takes O(rows · width) for each path, in {@link #path}: worker threads share
 * it, and no table grows with the data.
 */
final class NearestPaths implements PathGenerator {
  private final Dataset data;
  private final Neighbour neighbour;
  private final int[] starts;

  /**
   * @param data the data
   * @param neighbour which rows may be a neighbour; each start has one
   * @param starts the rows where paths start
   */
  NearestPaths(Dataset data, Neighbour neighbour, int[] starts) {
    this.data = data;
    this.neighbour = neighbour;
    this.starts = starts.clone();
  }

  @Override
  public long count() {
    return starts.length;
  }

  @Override
  public InputPath path(long index) {
    int row = starts[(int) Objects.checkIndex(index, count())];
    return InputPath.betweenRows(row, nearest(row));
  }

  private int nearest(int row) {
    // Local arrays, as many threads call this at a time.
    double[] from = new double[data.width()];
    double[] to = new double[data.width()];
    data.copyRow(row, from, 0);
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int candidate = 0; candidate < data.rows(); candidate++) {
      if (neighbour.accepts(data, row, candidate)) {
        data.copyRow(candidate, to, 0);
        double square = squareDistance(from, to, least);
        if (nearest < 0 || square < least) {
          nearest = candidate;
          least = square;
        }
      }
    }
    return nearest;
  }

  /** The square of the distance, or a part of it that is the limit or more already. */
  private static double squareDistance(double[] from, double[] to, double limit) {
    double sum = 0;
    for (int i = 0; i < from.length && sum < limit; i++) {
      double difference = from[i] - to[i];
      sum += difference * difference;
    }
    return sum;
  }
}
