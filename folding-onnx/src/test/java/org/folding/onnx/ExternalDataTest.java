package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThatCode;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.typed;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Model;
import org.folding.engine.network.NetworkEvaluator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights [2,−3] in a file beside the model, behind four other bytes. */
final class ExternalDataTest {
  @TempDir Path root;
  private Path folder;
  private final byte[] data =
      ByteBuffer.allocate(12)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt(-1)
          .putFloat(2)
          .putFloat(-3)
          .array();

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(root.resolve("model"));
  }

  private Path model(String... entries) throws IOException {
    TensorProto.Builder weights =
        typed("W", DataType.FLOAT, 2).setDataLocation(TensorProto.DataLocation.EXTERNAL);
    for (int i = 0; i < entries.length; i += 2) {
      weights.addExternalData(
          StringStringEntryProto.newBuilder().setKey(entries[i]).setValue(entries[i + 1]));
    }
    return Loading.write(
        folder,
        withInput(BATCH, 2)
            .tensor(weights.build())
            .node("Mul", List.of("x", "W"), "h")
            .node("Relu", List.of("h"), "y")
            .output("y"));
  }

  private void refuses(String fragment, String... entries) throws IOException {
    Path file = model(entries);
    assertThatThrownBy(() -> Loading.unchecked(file).close())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("model.onnx: tensor 'W'", fragment)
        .hasMessageNotContaining("\n");
  }

  @Test
  void readsAtAnOffsetAndChecksWithOnnxRuntime() throws IOException {
    Path weights = Files.createDirectory(folder.resolve("sub")).resolve("w.bin");
    Files.write(weights, data);
    Path file = model("location", "sub/w.bin", "offset", "4", "length", "8");
    try (Model model = Loading.checked(file)) {
      NetworkEvaluator evaluator = new NetworkEvaluator(model.network().orElseThrow());
      assertThat(evaluator.output(new double[] {5, -7})).containsExactly(10, 21);
      assertThat(model.files()).containsExactly(file.toAbsolutePath(), weights.toAbsolutePath());
    }
    // Length may be left out.
    Loading.checked(model("location", "./sub/../sub/w.bin", "offset", "4")).close();
  }

  @Test
  void staysInTheModelsFolder() throws IOException {
    Files.write(root.resolve("w.bin"), data);
    refuses("outside the model's folder", "location", "../w.bin");
    refuses("outside the model's folder", "location", "a/../../w.bin");
    refuses("an absolute path", "location", root.resolve("w.bin").toString());
    refuses("an absolute path", "location", "\\\\host\\w.bin");
    // A folder whose name starts like the model's own is another folder.
    Files.createDirectory(root.resolve("model2"));
    Files.write(root.resolve("model2/w.bin"), data);
    refuses("outside the model's folder", "location", "../model2/w.bin");
  }

  @Test
  void followsNoLinkOutOfTheFolder() throws IOException {
    Path outside = Files.write(root.resolve("w.bin"), data);
    assumeThatCode(() -> Files.createSymbolicLink(folder.resolve("w.bin"), outside))
        .doesNotThrowAnyException();
    refuses("a link that leads outside", "location", "w.bin", "offset", "4");
  }

  @Test
  void followsLinksWithinTheStoreThatKeepsTheModel() throws IOException {
    // Download caches keep all files in one folder and link to them from another.
    Path store = Files.createDirectory(root.resolve("store"));
    Path file = model("location", "w.bin", "offset", "4");
    Files.move(file, store.resolve("0123"));
    Files.write(store.resolve("4567"), data);
    assumeThatCode(
            () -> {
              Files.createSymbolicLink(file, store.resolve("0123"));
              Files.createSymbolicLink(folder.resolve("w.bin"), store.resolve("4567"));
            })
        .doesNotThrowAnyException();
    Loading.checked(file).close();
  }

  @Test
  void saysWhatDoesNotFit() throws IOException {
    Files.write(folder.resolve("w.bin"), data);
    refuses("does not say in which file", "offset", "4");
    refuses("'none.bin', which is missing", "location", "none.bin");
    Files.createDirectory(folder.resolve("sub"));
    refuses("'sub', which is not a regular file", "location", "sub");
    refuses("too short with 12 bytes", "location", "w.bin", "offset", "8");
    refuses("too short with 12 bytes", "location", "w.bin", "offset", "9223372036854775807");
    refuses("offset '-4'", "location", "w.bin", "offset", "-4");
    refuses("offset 'four'", "location", "w.bin", "offset", "four");
    refuses("length '-8'", "location", "w.bin", "length", "-8");
    refuses(
        "takes 8 bytes but declares an external data length of 12",
        "location",
        "w.bin",
        "length",
        "12");
    refuses("cannot be the name of a file", "location", "a\0b");
  }
}
