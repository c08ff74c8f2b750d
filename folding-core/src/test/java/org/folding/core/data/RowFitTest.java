package org.folding.core.data;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Model;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.UnitRole;
import org.folding.core.cantornet.CantorNet;
import org.folding.engine.network.NetworkModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows are inputs of which models. */
final class RowFitTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "28,28   | 1,28,28",
        "28,28,1 | 1,28,28",
        "1,28,28 | 28,28",
        "28,28   | 784",
        "28,28   | 1,784",
        "1,28,28 | 784,1,1",
        "784     | 1,28,28",
        "1,784   | 28,28",
        "784     | 784",
        "3,32,32 | 3,32,32",
        "3072    | 3,32,32",
        "3,1024  | 3,32,32",
        "3,32,32 | 96,32",
        "1,1     | 1",
      })
  void takesRowsWhoseAxesAgreeOrThatAreFlat(String row, String input) throws IOException {
    assertThatCode(() -> RowFit.require(rows(row), model(input))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "32,32,3 | 3,32,32",
        "32,3,32 | 3,32,32",
        "3,32,32 | 32,32,3",
        "14,56   | 28,28",
        "32,96   | 3,32,32",
        "28,28   | 1,14,56",
      })
  void refusesAsManyValuesAlongOtherAxes(String row, String input) throws IOException {
    ArrayDataset data = rows(row);

    assertThatThrownBy(() -> RowFit.require(data, model(input)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            folder.resolve("x.npy")
                + ": a row has shape ["
                + row
                + "], but an input of model 'm' has shape ["
                + input
                + "]; bring the axes of the data into the model's order (numpy.transpose), or, if"
                + " its values are in that order already, save flat rows, [2,"
                + data.width()
                + "]");
  }

  @Test
  void refusesAnotherNumberOfValues() throws IOException {
    Model cantorNet = new NetworkModel(CantorNet.of(CantorNet.Representation.A, 1), List.of());
    ArrayDataset data = rows("3");

    assertThatThrownBy(() -> RowFit.require(data, cantorNet))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("x.npy: a row has 3 values, but an input of model ")
        .hasMessageEndingWith(" has 2 (shape [2])");
  }

  /** Two rows of zeros. */
  private ArrayDataset rows(String shape) throws IOException {
    int width = Arrays.stream(extents(shape)).reduce(1, (a, b) -> a * b);
    byte[] file = Bytes.npy("|u1", "(2, " + shape + ",)", new byte[2 * width]);
    return DataFiles.read(Files.write(folder.resolve("x.npy"), file), DataOptions.DEFAULTS);
  }

  private static Model model(String shape) {
    Network.Builder network = Network.builder("m", Shape.of(extents(shape)));
    network.then("units", Rectifier.relu(UnitRole.HIDDEN));
    return new NetworkModel(network.build(), List.of());
  }

  private static int[] extents(String shape) {
    return Arrays.stream(shape.strip().split(",", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
