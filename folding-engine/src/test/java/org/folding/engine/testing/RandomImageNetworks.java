package org.folding.engine.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.folding.api.network.Clip;
import org.folding.api.network.Concatenation;
import org.folding.api.network.Convolution;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;
import org.folding.api.network.TransposedConvolution;
import org.folding.api.network.UnitRole;
import org.folding.api.network.Window;

/**
 * Networks of everything that convolutional ones are made of: convolutions with strides, padding,
 * dilations and groups, transposed ones, overlapping pools, sums, concatenations, clipped units.
 */
public final class RandomImageNetworks {
  private final Random random;
  private final DoubleSupplier number;
  private final int mostChannels;
  private final Network.Builder network;

  private RandomImageNetworks(Random random, DoubleSupplier number, int channels, Shape input) {
    this.random = random;
    this.number = number;
    this.mostChannels = channels;
    this.network = Network.builder("image", input);
  }

  /**
   * @param random where the choices come from
   * @return a network with small integer constants, so that ties and plateaus are the rule
   */
  public static Network ofIntegers(Random random) {
    Shape input = Shape.of(1 + random.nextInt(2), 2 + random.nextInt(2), 2 + random.nextInt(3));
    return new RandomImageNetworks(random, () -> random.nextInt(4) - 1.0, 2, input)
        .build(2 + random.nextInt(4));
  }

  /**
   * @param random where the choices come from
   * @param channels the most channels of a tensor
   * @param input the shape of an input
   * @return a network with normally distributed weights
   */
  public static Network ofNormalNumbers(Random random, int channels, Shape input) {
    return new RandomImageNetworks(random, random::nextGaussian, channels, input)
        .build(4 + random.nextInt(4));
  }

  private Network build(int nodes) {
    List<Integer> values = new ArrayList<>(List.of(0));
    int last = 0;
    for (int i = 0; i < nodes; i++) {
      last = next("node" + i, last, values);
      if (random.nextInt(3) > 0) {
        last = network.add("units" + i, units(network.shape(last)), last);
      }
      values.add(last);
    }
    last = network.add("lastConvolution", convolution(network.shape(last)), last);
    network.add("last", Rectifier.relu(UnitRole.HIDDEN), last);
    return network.build();
  }

  private int next(String name, int last, List<Integer> values) {
    Shape shape = network.shape(last);
    int other = values.get(random.nextInt(values.size()));
    List<Integer> extents = shape.dimensions();
    List<Integer> others = network.shape(other).dimensions();
    int choice = random.nextInt(8);
    if (choice == 0 && extents.equals(others)) {
      Sum sum = new Sum(List.of(1.0, random.nextBoolean() ? 1.0 : -2.0));
      return network.add(name, sum, last, other);
    }
    if (choice == 1
        && extents.subList(1, 3).equals(others.subList(1, 3))
        && extents.get(0) + others.get(0) <= 3 * mostChannels) {
      return network.add(name, new Concatenation(0), last, other);
    }
    Operation operation =
        switch (choice) {
          case 2 -> maximum(shape);
          case 3 -> average(shape);
          case 4 -> transposed(shape);
          default -> convolution(shape);
        };
    return network.add(name, operation, last);
  }

  private Operation units(Shape shape) {
    return switch (random.nextInt(6)) {
      case 0 -> new Rectifier("LeakyRelu", Tensor.scalar(0.5), UnitRole.HIDDEN);
      case 1 -> new Rectifier("Abs", Tensor.scalar(-1), UnitRole.HIDDEN);
      case 2 -> new Clip("Clip", Tensor.scalar(-1), Tensor.scalar(2), UnitRole.HIDDEN);
      case 3 -> new Rectifier("PRelu", tensor(shape), UnitRole.HIDDEN);
      default -> Rectifier.relu(UnitRole.HIDDEN);
    };
  }

  private Operation convolution(Shape shape) {
    int channels = shape.extent(0);
    int groups = random.nextInt(3) == 0 ? channels : 1;
    int outputs = groups * (1 + random.nextInt(Math.max(1, mostChannels / groups)));
    int width = 1 + random.nextInt(3);
    Window window =
        new Window(
            List.of(1 + random.nextInt(2), width),
            List.of(1 + random.nextInt(2), 1),
            List.of(1, width == 3 ? 1 : 2),
            List.of(random.nextInt(2), 1),
            List.of(1, 1));
    Shape weights =
        Shape.of(outputs, channels / groups, window.kernel().get(0), window.kernel().get(1));
    return new Convolution(tensor(weights), tensor(Shape.of(outputs)), window, groups);
  }

  private Operation transposed(Shape shape) {
    int channels = shape.extent(0);
    int groups = random.nextInt(3) == 0 ? channels : 1;
    int each = 1 + random.nextInt(Math.max(1, mostChannels / groups));
    Window window =
        new Window(
            List.of(2, 1 + random.nextInt(2)),
            List.of(1 + random.nextInt(2), 1),
            List.of(1, 1),
            List.of(random.nextInt(2), 0),
            List.of(0, 0));
    return new TransposedConvolution(
        tensor(Shape.of(channels, each, window.kernel().get(0), window.kernel().get(1))),
        tensor(Shape.of(each * groups)),
        window,
        groups,
        List.of(0, 0));
  }

  /** Windows of up to 2 by 3 that overlap. */
  private Operation maximum(Shape shape) {
    int[][] windows = windows(shape);
    return new MaxOfGroups(pooled(shape), windows);
  }

  private Operation average(Shape shape) {
    SparseMap.Builder map = SparseMap.builder(pooled(shape));
    for (int[] window : windows(shape)) {
      for (int element : window) {
        map.entry(element, 0.25);
      }
      map.endRow(0);
    }
    return map.build();
  }

  private static Shape pooled(Shape shape) {
    return Shape.of(shape.extent(0), (shape.extent(1) + 1) / 2, shape.extent(2));
  }

  private static int[][] windows(Shape shape) {
    int height = shape.extent(1);
    int width = shape.extent(2);
    List<int[]> windows = new ArrayList<>();
    for (int c = 0; c < shape.extent(0); c++) {
      for (int y = 0; y < height; y += 2) {
        for (int x = 0; x < width; x++) {
          List<Integer> window = new ArrayList<>();
          for (int v = y; v < Math.min(y + 2, height); v++) {
            for (int u = Math.max(0, x - 1); u < Math.min(x + 2, width); u++) {
              window.add((c * height + v) * width + u);
            }
          }
          windows.add(window.stream().mapToInt(Integer::intValue).toArray());
        }
      }
    }
    return windows.toArray(int[][]::new);
  }

  private Tensor tensor(Shape shape) {
    double[] values = new double[shape.size()];
    Arrays.setAll(values, i -> number.getAsDouble());
    return Tensor.of(shape, values);
  }
}
