package org.folding.engine.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.folding.api.network.Clip;
import org.folding.api.network.Concatenation;
import org.folding.api.network.Convolution;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;
import org.folding.api.network.TransposedConvolution;
import org.folding.api.network.UnitRole;
import org.folding.api.network.Window;

/** Small convolutional networks with small integer weights. */
public final class RandomImages {
  /** What has more elements than this is not made larger. */
  private static final int LARGE = 20;

  private final Random random;
  private final Network.Builder network;
  private int value;
  private int nodes;

  private RandomImages(Random random) {
    this.random = random;
    int axes = 1 + random.nextInt(2);
    int[] extents = new int[axes + 1];
    extents[0] = 1 + random.nextInt(2);
    for (int axis = 1; axis <= axes; axis++) {
      extents[axis] = 2 + random.nextInt(axes == 1 ? 7 : 4);
    }
    this.network = Network.builder("images", Shape.of(extents));
  }

  /**
   * @param random where the choices come from
   * @return a network of convolutions, pools, residual sums and a dense layer
   */
  public static Network next(Random random) {
    RandomImages images = new RandomImages(random);
    int blocks = 1 + random.nextInt(3);
    for (int block = 0; block < blocks; block++) {
      images.block();
    }
    if (random.nextBoolean()) {
      int size = images.shape().size();
      images.add(new Reshape(Shape.of(size)));
      int units = 1 + random.nextInt(4);
      images.add(new Dense(images.weights(Shape.of(units, size)), images.weights(Shape.of(units))));
      images.activate();
    }
    return images.network.build();
  }

  private void block() {
    int before = value;
    convolve();
    activate();
    if (network.shape(before).equals(shape()) && random.nextInt(2) == 0) {
      value = network.add("node" + nodes++, new Sum(List.of(1.0, 1.0)), value, before);
    } else if (sameExtents(network.shape(before)) && random.nextInt(3) == 0) {
      value = network.add("node" + nodes++, new Concatenation(0), before, value);
    }
    if (random.nextInt(2) == 0) {
      pool();
    }
    if (random.nextInt(4) == 0) {
      activate();
    }
  }

  private boolean sameExtents(Shape other) {
    return other.dimensions().subList(1, other.rank()).equals(spatial());
  }

  private void convolve() {
    int channels = shape().extent(0);
    int axes = spatial().size();
    if (random.nextInt(5) == 0 && shape().size() < LARGE) {
      int outputs = 1 + random.nextInt(2);
      Window window = window(List.of(2, 2).subList(0, axes), 1 + random.nextInt(2), 1, 0);
      add(
          new TransposedConvolution(
              weights(kernel(channels, outputs, window)),
              weights(Shape.of(outputs)),
              window,
              1,
              Collections.nCopies(axes, 0)));
      return;
    }
    int groups = random.nextInt(3) == 0 ? channels : 1;
    int outputs = groups * (1 + random.nextInt(2));
    List<Integer> extents = new ArrayList<>();
    for (int extent : spatial()) {
      extents.add(1 + random.nextInt(Math.min(3, extent)));
    }
    boolean same = random.nextBoolean();
    Window window = window(extents, same ? 1 : 1 + random.nextInt(2), 1, random.nextInt(2));
    add(
        new Convolution(
            weights(kernel(outputs, channels / groups, window)),
            weights(Shape.of(outputs)),
            window,
            groups));
  }

  private static Window window(List<Integer> kernel, int stride, int dilation, int padding) {
    int axes = kernel.size();
    return new Window(
        kernel,
        Collections.nCopies(axes, stride),
        Collections.nCopies(axes, dilation),
        Collections.nCopies(axes, padding),
        Collections.nCopies(axes, padding));
  }

  private static Shape kernel(int first, int second, Window window) {
    List<Integer> extents = new ArrayList<>(List.of(first, second));
    extents.addAll(window.kernel());
    return new Shape(extents);
  }

  /** A max-pool whose windows may overlap, so that they share maxima. */
  private void pool() {
    List<Integer> kernel = spatial().stream().map(extent -> Math.min(2, extent)).toList();
    Window window = window(kernel, 1 + random.nextInt(2), 1, 0);
    List<Integer> positions = new ArrayList<>();
    for (int axis = 0; axis < kernel.size(); axis++) {
      positions.add(window.positions(axis, spatial().get(axis)));
    }
    List<List<Integer>> groups = new ArrayList<>();
    int channels = shape().extent(0);
    int elements = shape().size() / channels;
    for (int c = 0; c < channels; c++) {
      collect(window, positions, 0, List.of(c * elements), elements, groups);
    }
    List<Integer> extents = new ArrayList<>(List.of(channels));
    extents.addAll(positions);
    int[][] indices =
        groups.stream()
            .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    add(new MaxOfGroups(new Shape(extents), indices));
  }

  /** The elements under each position of a window, axis by axis. */
  private void collect(
      Window window,
      List<Integer> positions,
      int axis,
      List<Integer> origins,
      int elements,
      List<List<Integer>> groups) {
    if (axis == positions.size()) {
      groups.add(origins);
      return;
    }
    int stride = elements / spatial().get(axis);
    for (int p = 0; p < positions.get(axis); p++) {
      List<Integer> under = new ArrayList<>();
      for (int origin : origins) {
        for (int k = 0; k < window.kernel().get(axis); k++) {
          under.add(origin + window.index(axis, p, k) * stride);
        }
      }
      collect(window, positions, axis + 1, under, stride, groups);
    }
  }

  private void activate() {
    add(
        switch (random.nextInt(6)) {
          case 0 -> new Rectifier("Abs", Tensor.scalar(-1), UnitRole.HIDDEN);
          case 1 -> new Rectifier("LeakyRelu", Tensor.scalar(0.5), UnitRole.HIDDEN);
          case 2 -> new Clip("Clip", Tensor.scalar(-1), Tensor.scalar(2), UnitRole.HIDDEN);
          default -> Rectifier.relu(UnitRole.HIDDEN);
        });
  }

  private void add(Operation operation) {
    value = network.add("node" + nodes++, operation, value);
  }

  private Shape shape() {
    return network.shape(value);
  }

  private List<Integer> spatial() {
    return shape().dimensions().subList(1, shape().rank());
  }

  private Tensor weights(Shape shape) {
    return Tensor.of(shape, random.ints(shape.size(), -1, 3).asDoubleStream().toArray());
  }
}
