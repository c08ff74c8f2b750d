package com.example.nnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.folding.api.InvalidInputException;
import org.folding.api.Options;
import org.folding.api.model.Model;
import org.folding.api.model.ModelSource;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Affine;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NnetLoaderTest {
  /** Two inputs, three hidden units, one output; as utils/writeNNet.py of sisl/NNet writes it. */
  private static final String SMALL =
      """
      // A network written by hand.
      2,2,1,3,
      2,3,1,
      0,
      -1,-1,
      1,1,
      0.5,-2,10,
      2,4,8,
      1,2,
      3,4,
      5,6,
      0.25,
      0.5,
      0.75,
      7,8,9,
      -1,
      """;

  private static final Operation FIRST =
      new Dense(Tensor.of(Shape.of(3, 2), 1, 2, 3, 4, 5, 6), Tensor.vector(0.25, 0.5, 0.75));
  private static final Operation LAST =
      new Dense(Tensor.of(Shape.of(1, 3), 7, 8, 9), Tensor.vector(-1));
  private static final Operation RELU = Rectifier.relu(UnitRole.HIDDEN);

  @TempDir private Path folder;

  @Test
  void readsLayersAndTheirNormalisation() throws IOException {
    Model model = load(SMALL, Map.of());

    assertEquals("net.nnet", model.name());
    assertEquals(Shape.of(2), model.inputShape());
    assertEquals(List.of(folder.resolve("net.nnet")), model.files());
    // (x − 0.5) / 2 and (y + 2) / 4; the output times 8 plus 10.
    assertEquals(
        List.of(
            new Affine(Tensor.vector(0.5, 0.25), Tensor.vector(-0.25, 0.5)),
            FIRST,
            RELU,
            LAST,
            new Affine(Tensor.scalar(8), Tensor.scalar(10))),
        operations(model));
  }

  @Test
  void leavesTheNormalisationOutOnRequest() throws IOException {
    Model model = load(SMALL, Map.of("normalise", "false"));

    assertEquals(List.of(FIRST, RELU, LAST), operations(model));
  }

  @Test
  void countsTheUnitsOfHiddenLayers() throws IOException {
    assertEquals(
        List.of(new UnitLayer("layer1", "Relu", Shape.of(3), UnitRole.HIDDEN, 1)),
        load(SMALL, Map.of()).layers());
  }

  @Test
  void readsFilesWithoutTrailingCommasAndFromWindows() throws IOException {
    String other = SMALL.replace(",\n", "\r\n");

    assertEquals(operations(load(SMALL, Map.of())), operations(load(other, Map.of())));
  }

  @Test
  void acceptsItsFilesByName() {
    NnetLoaderFactory factory = new NnetLoaderFactory();

    assertTrue(factory.accepts(new ModelSource("models/ACASXU_1_1.NNet", folder)));
    assertFalse(factory.accepts(new ModelSource("nnet.onnx", folder)));
  }

  @Test
  void saysWhatIsWrongAndInWhichLine() {
    assertRefused(
        SMALL.replace("1,2,\n3", "1,2,3,\n3"),
        "NET: line 9 has 3 values but must have 2: the weights of unit 0 of layer 1");
    assertRefused(
        SMALL.replace("0.75", "x"), "NET: line 14 holds 'x' but must hold finite numbers");
    assertRefused(
        SMALL.replace("0.75", "NaN"), "NET: line 14 holds 'NaN' but must hold finite numbers");
    assertRefused(SMALL.replace("2,4,8", "2,0,8"), "NET: line 8 must not hold a range of 0");
    assertRefused(
        SMALL.replace("2,3,1,", "2,3,2,"),
        "NET: line 3 must begin with the 2 inputs and end with the 1 outputs");
    assertRefused(
        SMALL.replace("2,2,1,3,", "2,2,0.5,3,"),
        "NET: line 2 holds 0.5 but sizes must be whole numbers from 1 to 1000000");
    assertRefused(
        SMALL.replace("7,8,9,\n-1,\n", ""),
        "NET ends after line 14 but must go on with the weights of unit 0 of layer 2");
    assertRefused(
        SMALL + "\n5,\n",
        "NET: line 18 follows the last layer; remove it, or correct the sizes above");
  }

  @Test
  void aHugeHeadTakesNoMemory() {
    assertRefused(
        SMALL.replace("2,2,1,3,\n2,3,1,", "2,2,1,1000000,\n2,1000000,1,"),
        "NET: line 12 has 1 values but must have 2: the weights of unit 3 of layer 1");
  }

  private void assertRefused(String text, String message) {
    InvalidInputException e = assertThrows(InvalidInputException.class, () -> load(text, Map.of()));
    assertEquals(message.replace("NET", folder.resolve("net.nnet").toString()), e.getMessage());
  }

  private Model load(String text, Map<String, String> given) throws IOException {
    Files.writeString(folder.resolve("net.nnet"), text);
    NnetLoaderFactory factory = new NnetLoaderFactory();
    Options options = Options.of("model.nnet.", factory.options(), given, folder);
    return factory.create(options).load(new ModelSource("net.nnet", folder));
  }

  private static List<Operation> operations(Model model) {
    return model.network().orElseThrow().nodes().stream().map(Network.Node::operation).toList();
  }
}
