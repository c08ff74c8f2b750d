package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.folding.api.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found under the name of a model, made here byte by byte. */
final class OnnxFileTest {
  @TempDir Path folder;

  private static byte[] good() {
    return withInput(BATCH, 3)
        .floats("W", new long[] {3}, 1, 2, 3)
        .node("Mul", List.of("x", "W"), "y")
        .output("y")
        .toByteArray();
  }

  private void refuses(byte[] bytes, String... fragments) throws IOException {
    Path file = Files.write(folder.resolve("net.onnx"), bytes);
    assertThatThrownBy(() -> OnnxFile.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContainingAll(fragments)
        .hasMessageNotContaining("\n");
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void tellsOtherFormatsByTheirFirstBytes() throws IOException {
    refuses(new byte[0], "empty");
    refuses(new byte[1000], "zero bytes");
    refuses(latin("version https://git-lfs.github.com/spec/v1\noid sha256:0\n"), "git lfs pull");
    refuses(latin("\n\n <!DOCTYPE html><html><body>404</body>"), "HTML");
    refuses(latin("<html><head>"), "HTML");
    refuses(latin("PK\u0003\u0004\u0000\u0000archive/data.pkl"), "torch.onnx.export");
    refuses(latin("\u0080\u0002}q\u0000X"), "pickle");
    refuses(latin("\u0089HDF\r\n\u001a\n"), "HDF5");
    refuses(latin("\u001c\u0000\u0000\u0000TFL3"), "TensorFlow Lite");
    refuses(latin("\u001c\u0000\u0000\u0000ORTM"), ".ort");
    refuses(latin("{\"format\": \"folding-model\"}"), "text file");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(good());
    }
    refuses(packed.toByteArray(), "gunzip");
  }

  @Test
  void readsTheWholeFileAndNothingLess() throws IOException {
    byte[] good = good();
    Path file = Files.write(folder.resolve("net.onnx"), good);
    assertThat(OnnxFile.read(file).opset()).isEqualTo(13);
    // However the file is cut it must not pass as a model, nor fail in any other way.
    for (int length = 1; length < good.length; length++) {
      refuses(Arrays.copyOf(good, length), "net.onnx: this ");
    }
  }

  @Test
  void noticesBytesThatFollow() throws IOException {
    byte[] good = good();
    refuses(joined(good, new byte[] {0, 0, 0}), "3 bytes too many");
    refuses(joined(good, new byte[] {-1, -1, -1, -1, -1}), "5 bytes too many");
    refuses(joined(good, latin("garbage")), "bytes too many");
    refuses(joined(good, good), "a second graph");
    // A field that protobuf would keep without a word.
    UnknownFieldSet unknown =
        UnknownFieldSet.newBuilder()
            .addField(
                900,
                UnknownFieldSet.Field.newBuilder()
                    .addLengthDelimited(ByteString.copyFromUtf8("?"))
                    .build())
            .build();
    refuses(joined(good, unknown.toByteArray()), "bytes too many");
  }

  @Test
  void keepsFieldsOfNewerOnnxVersions() throws Exception {
    UnknownFieldSet configuration =
        UnknownFieldSet.newBuilder()
            .addField(
                26,
                UnknownFieldSet.Field.newBuilder()
                    .addLengthDelimited(ByteString.copyFromUtf8("device"))
                    .build())
            .build();
    ModelProto model =
        ModelProto.parseFrom(good()).toBuilder().setUnknownFields(configuration).build();
    Path file = Files.write(folder.resolve("net.onnx"), model.toByteArray());
    assertThat(OnnxFile.read(file).model().getGraph().getNodeCount()).isEqualTo(1);
  }

  @Test
  void damageAnywhereEndsInOneLineOrInAModel() throws IOException {
    byte[] good = good();
    Path file = folder.resolve("net.onnx");
    for (int i = 0; i < good.length; i++) {
      for (int mask : new int[] {0xff, 0x80, 0x01}) {
        byte[] damaged = good.clone();
        damaged[i] ^= (byte) mask;
        Files.write(file, damaged);
        try {
          Loading.unchecked(file).close();
        } catch (InvalidInputException e) {
          assertThat(e.getMessage()).as("byte %d ^ %x", i, mask).startsWith(file + ": ");
          assertThat(e.getMessage()).doesNotContain("\n");
        }
      }
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
