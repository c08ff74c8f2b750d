package org.folding.engine.network;

import java.util.HashMap;
import java.util.Map;
import org.folding.api.network.Affine;
import org.folding.api.network.Shape;

/** An affine map of each element alone; a normalisation has one scale and shift a channel. */
final class ElementwiseRows implements LinearRows {
  private final double[] scale;
  private final double[] shift;
  // For each row the first one with the same scale and shift.
  private final int[] same;

  private record Constants(double scale, double shift) {}

  ElementwiseRows(Affine affine, Shape result) {
    this.scale = affine.scale().toArray();
    this.shift = affine.shift().toArray();
    this.same = new int[result.size()];
    Map<Constants, Integer> first = new HashMap<>();
    for (int row = 0; row < same.length; row++) {
      Integer earlier = first.putIfAbsent(new Constants(scale(row), shift(row)), row);
      same[row] = earlier == null ? row : earlier;
    }
  }

  private double scale(int row) {
    return ElementwiseFunctions.each(scale, row);
  }

  private double shift(int row) {
    return ElementwiseFunctions.each(shift, row);
  }

  @Override
  public double row(int row, Sink sink) {
    sink.entry(0, row, scale(row));
    return shift(row);
  }

  @Override
  public int sameWeights(int row) {
    return same[row];
  }
}
