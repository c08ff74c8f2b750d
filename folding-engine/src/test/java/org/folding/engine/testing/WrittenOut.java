package org.folding.engine.testing;

import java.util.ArrayList;
import java.util.List;
import org.folding.api.network.Concatenation;
import org.folding.api.network.Convolution;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;
import org.folding.api.network.TransposedConvolution;
import org.folding.api.network.Window;

/**
 * Writes networks of images, [channels, height, width], out into operations that the referee knows,
 * by the definitions of a convolution and of its transpose.
 */
public final class WrittenOut {
  private WrittenOut() {}

  /**
   * @param network a network
   * @return one that computes the same, with the same units, without convolutions and
   *     concatenations
   */
  public static Network of(Network network) {
    Network.Builder builder = Network.builder(network.name(), network.inputShape());
    List<Integer> values = new ArrayList<>(List.of(0));
    for (Network.Node node : network.nodes()) {
      int[] operands = node.operands().stream().mapToInt(values::get).toArray();
      Shape shape = builder.shape(operands[0]);
      if (node.operation() instanceof Convolution convolution) {
        values.add(builder.add(node.name(), map(convolution, shape, node.shape()), operands));
      } else if (node.operation() instanceof TransposedConvolution convolution) {
        values.add(builder.add(node.name(), map(convolution, shape, node.shape()), operands));
      } else if (node.operation() instanceof Concatenation) {
        values.add(concatenation(builder, node, operands));
      } else {
        values.add(builder.add(node.name(), node.operation(), operands));
      }
    }
    return builder.build();
  }

  /** y[o,p,q] = b[o] + Σ w[o,c,i,j] · x[g·C + c, p·s − pad + i·d, …] over what is not padding. */
  private static SparseMap map(Convolution convolution, Shape from, Shape to) {
    SparseMap.Builder map = SparseMap.builder(to);
    Tensor weights = convolution.weights();
    int channels = weights.shape().extent(1);
    int perGroup = weights.shape().extent(0) / convolution.groups();
    Window w = convolution.window();
    for (int o = 0; o < to.extent(0); o++) {
      for (int p = 0; p < to.extent(1); p++) {
        for (int q = 0; q < to.extent(2); q++) {
          for (int c = 0; c < channels; c++) {
            for (int i = 0; i < w.kernel().get(0); i++) {
              for (int j = 0; j < w.kernel().get(1); j++) {
                int y = p * w.strides().get(0) - w.padBefore().get(0) + i * w.dilations().get(0);
                int x = q * w.strides().get(1) - w.padBefore().get(1) + j * w.dilations().get(1);
                if (y >= 0 && y < from.extent(1) && x >= 0 && x < from.extent(2)) {
                  int channel = o / perGroup * channels + c;
                  map.entry(
                      (channel * from.extent(1) + y) * from.extent(2) + x,
                      weights.get(index(weights, o, c, i, j)));
                }
              }
            }
          }
          map.endRow(convolution.bias().get(o));
        }
      }
    }
    return map.build();
  }

  /** y[o,p,q] = b[o] + Σ w[c,o,i,j] · x[c,u,v] over all u·s − pad + i·d = p, and so for q. */
  private static SparseMap map(TransposedConvolution convolution, Shape from, Shape to) {
    SparseMap.Builder map = SparseMap.builder(to);
    Tensor weights = convolution.weights();
    int perGroup = weights.shape().extent(1);
    int channels = weights.shape().extent(0) / convolution.groups();
    Window w = convolution.window();
    for (int o = 0; o < to.extent(0); o++) {
      for (int p = 0; p < to.extent(1); p++) {
        for (int q = 0; q < to.extent(2); q++) {
          for (int c = 0; c < channels; c++) {
            int channel = o / perGroup * channels + c;
            for (int u = 0; u < from.extent(1); u++) {
              for (int v = 0; v < from.extent(2); v++) {
                for (int i = 0; i < w.kernel().get(0); i++) {
                  for (int j = 0; j < w.kernel().get(1); j++) {
                    if (u * w.strides().get(0) - w.padBefore().get(0) + i * w.dilations().get(0)
                            == p
                        && v * w.strides().get(1) - w.padBefore().get(1) + j * w.dilations().get(1)
                            == q) {
                      map.entry(
                          (channel * from.extent(1) + u) * from.extent(2) + v,
                          weights.get(index(weights, channel, o % perGroup, i, j)));
                    }
                  }
                }
              }
            }
          }
          map.endRow(convolution.bias().get(o));
        }
      }
    }
    return map.build();
  }

  private static int index(Tensor weights, int a, int b, int i, int j) {
    Shape shape = weights.shape();
    return ((a * shape.extent(1) + b) * shape.extent(2) + i) * shape.extent(3) + j;
  }

  /** Along the first axis: each operand moved to its place, all added up. */
  private static int concatenation(Network.Builder builder, Network.Node node, int[] operands) {
    List<Double> ones = new ArrayList<>();
    int[] moved = new int[operands.length];
    int first = 0;
    for (int k = 0; k < operands.length; k++) {
      int size = builder.shape(operands[k]).size();
      SparseMap.Builder map = SparseMap.builder(node.shape());
      for (int i = 0; i < node.shape().size(); i++) {
        if (i >= first && i < first + size) {
          map.entry(i - first, 1);
        }
        map.endRow(0);
      }
      first += size;
      moved[k] = builder.add(node.name() + k, map.build(), operands[k]);
      ones.add(1.0);
    }
    return builder.add(node.name(), new Sum(ones), moved);
  }
}
