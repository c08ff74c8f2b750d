package org.folding.core.json;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.folding.api.network.Network;
import org.folding.core.data.HeapLimit;

/**
 * Reads and writes models in JSON:
 *
 * <pre>{@code
 * {"format": "folding-model", "version": 1, "name": "small", "input": {"shape": [2]},
 *  "layers": [
 *    {"type": "dense", "weights": [[1, -1], [0.5, 2]], "bias": [0, -0.5], "activation": "relu"},
 *    {"type": "dense", "weights": [[1, 1]]}]}
 * }</pre>
 *
 * <p>A layer reads the result of the layer before it, the first one the input. In version 2 a layer
 * may name what it reads, layers before it and the input, which is called {@code input} unless the
 * field {@code input} gives it another {@code name}:
 *
 * <pre>{@code
 * {"format": "folding-model", "version": 2, "name": "residual", "input": {"shape": [2]},
 *  "layers": [
 *    {"type": "dense", "name": "a", "weights": [[1, -1], [0.5, 2]], "activation": "relu"},
 *    {"type": "add", "inputs": ["a", "input"], "activation": "clip", "lower": 0, "upper": 6},
 *    {"type": "max", "groups": [[0, 1]]}]}
 * }</pre>
 *
 * <p>Files of version 1 stay valid; one is written where it suffices. Types of layers and their
 * fields:
 *
 * <ul>
 *   <li>{@code dense}: {@code weights}, a row for each output; {@code bias}, else 0
 *   <li>{@code affine}, element by element: {@code scale}, {@code shift}, one number or a list; at
 *       least one of them
 *   <li>{@code max}: {@code groups}, a list for each output of the indices it is the maximum of;
 *       {@code shape} of the result, else a vector (version 2)
 *   <li>{@code reshape}: {@code shape}
 *   <li>{@code flatten}
 *   <li>{@code activation}: an activation by itself
 *   <li>{@code conv} (version 2): {@code weights} [outputs][inputs/group][kernel…]; {@code bias},
 *       else 0; {@code strides} and {@code dilations}, a number a spatial axis, else 1; {@code
 *       pads}, the zeros before each axis and then those after each, else 0; {@code group}, else 1
 *   <li>{@code conv-transpose} (version 2): the same with {@code weights}
 *       [inputs][outputs/group][kernel…], and {@code output-padding}, else 0
 *   <li>{@code add} (version 2): tensors of one shape, each times its number of {@code factors},
 *       else 1
 *   <li>{@code concat} (version 2): tensors one after the other along {@code axis}, from 0
 *   <li>{@code select} (version 2): the elements at the row-major indices {@code sources} as a
 *       tensor of shape {@code shape}
 *   <li>{@code map} (version 2): for each element of a tensor of shape {@code shape} one of {@code
 *       rows}, a list of pairs [row-major index, weight] whose products are summed; {@code shift},
 *       one number or one for each row, else 0
 * </ul>
 *
 * <p>All types but {@code max}, {@code reshape} and {@code flatten} take {@code activation}: {@code
 * identity}, {@code relu}, {@code leaky-relu} (with {@code slope}, else 0.01), {@code prelu} (with
 * {@code slope}), {@code abs}, {@code rectifier} (with {@code slope} and the {@code operator}'s
 * name), or in version 2 {@code clip} (with {@code lower} and {@code upper}, and the {@code
 * operator}'s name, else {@code Clip}). {@code slope}, {@code lower} and {@code upper} are one
 * number or one for each unit. {@code units} says what the units are for: {@code hidden}, {@code
 * projection} or {@code readout}, the default being {@code readout} in the last layer and {@code
 * hidden} in all others.
 *
 * <p>{@code name} is the layer's name in results, {@code layer0} and so on where it is absent. The
 * linear map below an activation is named {@code linear-name}, else as the layer with {@code
 * .linear} behind.
 */
public final class JsonModels {
  private JsonModels() {}

  /**
   * Reads a model.
   *
   * @param file a JSON file, in UTF-8 with or without byte order mark
   * @return the network
   * @throws org.folding.api.InvalidInputException if it cannot be read; the message names the file,
   *     where in it, and what would be right
   */
  public static Network read(Path file) {
    try {
      ModelDocument document = ModelReader.read(file);
      return new NetworkAssembler(file, document).assemble();
    } catch (OutOfMemoryError e) {
      // A shape of few characters may ask for much.
      throw HeapLimit.exceeded(file + ": the network", e);
    }
  }

  /**
   * Writes a model. Numbers read back as the same float64.
   *
   * @param network a network whose layers have different names
   * @param target where to; left open
   * @throws org.folding.api.InvalidInputException before anything is written, if the network cannot
   *     be expressed
   * @throws IOException if the target fails
   */
  public static void write(Network network, Writer target) throws IOException {
    ModelWriter.write(network, target);
  }
}
