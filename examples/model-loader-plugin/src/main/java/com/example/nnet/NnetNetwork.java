package com.example.nnet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folding.api.network.Affine;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;

/**
 * What an NNet file holds: dense layers with ReLU behind each but the last, and the normalisation
 * of their inputs and outputs,
 *
 * <pre>
 *   output = range_out · layers((input − mean) / range) + mean_out
 * </pre>
 *
 * @param name the name of the file
 * @param means the mean of each input, then the one of all outputs
 * @param ranges the range of each input, then the one of all outputs; no zero
 * @param layers the dense layers
 */
record NnetNetwork(String name, double[] means, double[] ranges, List<Dense> layers) {

  /**
   * @param file a file in the NNet format
   * @return what it holds
   * @throws org.folding.api.InvalidInputException if it cannot be read, naming file and line
   */
  static NnetNetwork read(Path file) {
    try (NnetLines lines = NnetLines.open(file)) {
      int[] head = lines.sizes(4, "the numbers of layers, inputs and outputs and the widest layer");
      int[] widths = lines.sizes(head[0] + 1, "the number of inputs and the width of each layer");
      lines.require(
          widths[0] == head[1] && widths[head[0]] == head[2],
          "must begin with the " + head[1] + " inputs and end with the " + head[2] + " outputs");
      lines.skip("a flag without use");
      lines.skip("the least value of each input");
      lines.skip("the greatest value of each input");
      double[] means = lines.numbers(head[1] + 1, "the mean of each input and of the outputs");
      double[] ranges = lines.numbers(head[1] + 1, "the range of each input and of the outputs");
      lines.require(
          Arrays.stream(ranges).noneMatch(range -> range == 0), "must not hold a range of 0");
      List<Dense> layers = new ArrayList<>();
      for (int layer = 1; layer < widths.length; layer++) {
        layers.add(layer(lines, layer, widths[layer - 1], widths[layer]));
      }
      lines.requireEnd();
      return new NnetNetwork(String.valueOf(file.getFileName()), means, ranges, layers);
    }
  }

  private static Dense layer(NnetLines lines, int layer, int inputs, int outputs) {
    // Rows one by one: only what the file really holds takes memory, whatever its head says.
    List<double[]> rows = new ArrayList<>();
    for (int unit = 0; unit < outputs; unit++) {
      rows.add(lines.numbers(inputs, "the weights of unit " + unit + " of layer " + layer));
    }
    List<double[]> biases = new ArrayList<>();
    for (int unit = 0; unit < outputs; unit++) {
      biases.add(lines.numbers(1, "the bias of unit " + unit + " of layer " + layer));
    }
    return new Dense(
        Tensor.of(Shape.of(outputs, inputs), joined(rows)), Tensor.vector(joined(biases)));
  }

  private static double[] joined(List<double[]> parts) {
    return parts.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /**
   * @param normalise whether the input is normalised and the output brought back
   * @return the network
   */
  Network toNetwork(boolean normalise) {
    int inputs = layers.get(0).inputs();
    Network.Builder builder = Network.builder(name, Shape.of(inputs));
    if (normalise) {
      double[] scale = new double[inputs];
      double[] shift = new double[inputs];
      for (int i = 0; i < inputs; i++) {
        scale[i] = 1 / ranges[i];
        shift[i] = -means[i] / ranges[i];
      }
      builder.then("normalise", new Affine(Tensor.vector(scale), Tensor.vector(shift)));
    }
    for (int i = 0; i < layers.size(); i++) {
      builder.then("layer" + (i + 1) + ".linear", layers.get(i));
      if (i < layers.size() - 1) {
        builder.then("layer" + (i + 1), Rectifier.relu(UnitRole.HIDDEN));
      }
    }
    if (normalise) {
      builder.then(
          "rescale", new Affine(Tensor.scalar(ranges[inputs]), Tensor.scalar(means[inputs])));
    }
    return builder.build();
  }
}
