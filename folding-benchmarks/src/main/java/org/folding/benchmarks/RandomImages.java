package org.folding.benchmarks;

import java.util.Arrays;
import java.util.Random;
import org.folding.api.data.Dataset;
import org.folding.api.network.Shape;

/**
 * Random images, [channels, height, width], with numbers in [0, 1]: either noise, or smooth ones,
 * sums of waves whose height falls with their frequency, which all channels share in part.
 */
final class RandomImages implements Dataset {
  private static final int WAVES = 40;
  private static final int FREQUENCIES = 9;

  private final double[][] images;

  RandomImages(Shape shape, int rows, boolean smooth, long seed) {
    Random random = new Random(seed);
    this.images = new double[rows][];
    Arrays.setAll(
        images,
        row -> smooth ? smooth(random, shape) : random.doubles(shape.size(), 0, 1).toArray());
  }

  private static double[] smooth(Random random, Shape shape) {
    int height = shape.extent(1);
    int width = shape.extent(2);
    double[] shared = waves(random, height, width);
    double[] image = new double[shape.size()];
    for (int c = 0; c < shape.extent(0); c++) {
      double[] own = waves(random, height, width);
      for (int i = 0; i < own.length; i++) {
        double value = 0.5 + 0.25 * (shared[i] + 0.4 * own[i]);
        image[c * own.length + i] = Math.min(1, Math.max(0, value));
      }
    }
    return image;
  }

  private static double[] waves(Random random, int height, int width) {
    double[] sum = new double[height * width];
    for (int k = 0; k < WAVES; k++) {
      int down = random.nextInt(FREQUENCIES);
      int across = random.nextInt(FREQUENCIES);
      double amplitude = random.nextGaussian() / (1 + Math.hypot(down, across));
      double downPhase = 2 * Math.PI * random.nextDouble();
      double acrossPhase = 2 * Math.PI * random.nextDouble();
      for (int y = 0; y < height; y++) {
        double vertical = amplitude * Math.cos(Math.PI * down * y / height + downPhase);
        for (int x = 0; x < width; x++) {
          sum[y * width + x] += vertical * Math.cos(Math.PI * across * x / width + acrossPhase);
        }
      }
    }
    return sum;
  }

  @Override
  public int rows() {
    return images.length;
  }

  @Override
  public int width() {
    return images[0].length;
  }

  @Override
  public void copyRow(int row, double[] target, int offset) {
    System.arraycopy(images[row], 0, target, offset, width());
  }

  @Override
  public boolean labelled() {
    return false;
  }

  @Override
  public int label(int row) {
    throw new IllegalStateException("random images have no labels");
  }
}
