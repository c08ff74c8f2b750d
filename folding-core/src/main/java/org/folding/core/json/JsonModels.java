package org.folding.core.json;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.folding.api.network.Network;

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
 * <p>Types of layers and their fields:
 *
 * <ul>
 *   <li>{@code dense}: {@code weights}, a row for each output; {@code bias}, else 0
 *   <li>{@code affine}, element by element: {@code scale}, {@code shift}, one number or a list; at
 *       least one of them
 *   <li>{@code max}: {@code groups}, a list for each output of the indices it is the maximum of
 *   <li>{@code reshape}: {@code shape}
 *   <li>{@code flatten}
 *   <li>{@code activation}: an activation by itself
 * </ul>
 *
 * <p>{@code dense}, {@code affine} and {@code activation} take {@code activation}: {@code
 * identity}, {@code relu}, {@code leaky-relu} (with {@code slope}, else 0.01), {@code prelu} (with
 * {@code slope}), {@code abs}, or {@code rectifier} (with {@code slope} and the {@code operator}'s
 * name). {@code slope} is one number or one for each unit. {@code units} says what the units are
 * for: {@code hidden}, {@code projection} or {@code readout}, the default being {@code readout} in
 * the last layer and {@code hidden} in all others.
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
    ModelDocument document = ModelReader.read(file);
    return new NetworkAssembler(file, document).assemble();
  }

  /**
   * Writes a model. Numbers read back as the same float64.
   *
   * @param network a network whose nodes each read the one before
   * @param target where to; left open
   * @throws org.folding.api.InvalidInputException before anything is written, if the network cannot
   *     be expressed
   * @throws IOException if the target fails
   */
  public static void write(Network network, Writer target) throws IOException {
    ModelWriter.write(network, target);
  }
}
