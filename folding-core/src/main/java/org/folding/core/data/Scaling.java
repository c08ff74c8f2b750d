package org.folding.core.data;

import java.util.List;
import org.folding.api.InvalidInputException;
import org.folding.api.network.Shape;

/** The map from a value of the file to what the model gets. */
final class Scaling {
  private static final double WHITE = 255;

  private final boolean pixels;
  private final double scale;
  private final double[] mean;
  private final double[] std;
  private final int width;

  private Scaling(boolean pixels, double scale, double[] mean, double[] std, int width) {
    this.pixels = pixels;
    this.scale = scale;
    this.mean = mean;
    this.std = std;
    this.width = width;
  }

  static Scaling of(DataOptions options, NumericArray array, Shape item) {
    double[] mean = vector("mean", options.mean(), 0, array, item);
    double[] std = vector("std", options.std(), 1, array, item);
    double scale = options.scale().orElse(1);
    if (!Double.isFinite(scale)) {
      throw new InvalidInputException(array.name() + ": scale is " + scale + ", not finite");
    }
    for (double divisor : std) {
      if (divisor == 0) {
        throw new InvalidInputException(array.name() + ": std is 0, but rows are divided by it");
      }
    }
    boolean pixels = array.pixels() && options.scale().isEmpty();
    Scaling scaling = new Scaling(pixels, scale, mean, std, item.size());
    scaling.requireFinite(array);
    return scaling;
  }

  private static double[] vector(
      String key, List<Double> given, double absent, NumericArray array, Shape item) {
    if (given.isEmpty()) {
      return new double[] {absent};
    }
    int channels = item.rank() == 3 ? item.extent(0) : 1;
    int length = given.size();
    if (length != 1 && length != channels && length != item.size()) {
      throw new InvalidInputException(
          array.name()
              + ": "
              + key
              + " has "
              + length
              + " values but must have 1"
              + (channels > 1 ? ", " + channels : "")
              + " or "
              + item.size()
              + ", as a row has shape "
              + item);
    }
    double[] vector = given.stream().mapToDouble(Double::doubleValue).toArray();
    for (double value : vector) {
      if (!Double.isFinite(value)) {
        throw new InvalidInputException(array.name() + ": " + key + " holds " + value);
      }
    }
    return vector;
  }

  /** Checks the file's values, and that none leaves the numbers when scaled. */
  private void requireFinite(NumericArray array) {
    boolean alike = mean.length == 1 && std.length == 1;
    if (alike
        && array.values() instanceof Values.Bytes
        && Double.isFinite(apply(0, 0))
        && Double.isFinite(apply(WHITE, 0))) {
      // Bytes are finite themselves, and the map has its extremes at the ends.
      return;
    }
    for (int i = 0; i < array.values().size(); i++) {
      double value = array.values().get(i);
      if (!Double.isFinite(apply(value, i % width))) {
        throw new InvalidInputException(
            array.name()
                + ": row "
                + i / width
                + ", column "
                + i % width
                + " (both from 0) is "
                + value
                + (Double.isFinite(value) ? ", too great to be scaled" : ", not a finite number"));
      }
    }
  }

  /** Maps the value in a column. */
  double apply(double value, int column) {
    double scaled = pixels ? value / WHITE : value * scale;
    return (scaled - at(mean, column)) / at(std, column);
  }

  /** One value for all columns, or one for each block of as many columns as a channel has. */
  private double at(double[] vector, int column) {
    return vector[vector.length == 1 ? 0 : column / (width / vector.length)];
  }
}
