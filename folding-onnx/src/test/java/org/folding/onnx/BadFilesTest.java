package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folding.api.InvalidInputException;
import org.folding.engine.testing.SharedFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Broken files: each is refused with one line that says what is wrong with it. */
final class BadFilesTest {
  /** A word of the diagnosis that fits, by file. */
  private static final Map<String, String> DIAGNOSES =
      Map.ofEntries(
          entry("custom-domain.onnx", "FancyRelu of the custom domain 'com.example.custom'"),
          entry("cycle.onnx", "cycle"),
          entry("dangling-input.onnx", "'nowhere'"),
          entry("dims-huge.onnx", "too large"),
          entry("dims-negative.onnx", "negative dimension"),
          entry("dims-vs-raw.onnx", "holds 100352 bytes"),
          entry("dtype-int8.onnx", "'0.weight' is of type INT8"),
          entry("dtype-string.onnx", "STRING"),
          entry("dtype-unknown.onnx", "data type 99"),
          entry("duplicate-output.onnx", "one producer"),
          entry("empty.onnx", "empty"),
          entry("flipped-byte.onnx", "damaged"),
          entry("gzipped.onnx", "gzip"),
          entry("html.onnx", "HTML"),
          entry("inf-weight.onnx", "infinity at index [3,400]"),
          entry("lfs-pointer.onnx", "git lfs pull"),
          entry("missing-initializer.onnx", "'0.weight', which is missing"),
          entry("nan-weight.onnx", "NaN at index [3,400]"),
          entry("no-input.onnx", "no input"),
          entry("no-nodes.onnx", "no nodes"),
          entry("no-output.onnx", "no output"),
          entry("no-such-output.onnx", "'other' is produced by no node"),
          entry("nodes-reversed.onnx", "out of order"),
          entry("opset-6.onnx", "opset 6"),
          entry("opset-99.onnx", "opset 99"),
          entry("random.onnx", "not an ONNX model"),
          entry("shape-mismatch.onnx", "[32]"),
          entry("text.onnx", "text file"),
          entry("trailing-garbage.onnx", "37 bytes too many"),
          entry("truncated-1byte.onnx", "truncated"),
          entry("truncated-20bytes.onnx", "truncated"),
          entry("truncated-half.onnx", "truncated"),
          entry("two-inputs.onnx", "'input', 'second'"),
          entry("unknown-op.onnx", "Frobnicate, which is not an ONNX operator"),
          entry("unsupported-op.onnx", "LSTM"),
          entry("weights.pt.onnx", "torch.save"),
          entry("zeros.onnx", "zero bytes"),
          entry("external-absolute/model.onnx", "absolute path"),
          entry("external-missing/model.onnx", "'model.onnx.data', which is missing"),
          entry("external-negative-offset/model.onnx", "offset '-8'"),
          entry("external-short/model.onnx", "too short"),
          entry("external-traversal/model.onnx", "outside the model's folder"));

  @TestFactory
  Stream<DynamicTest> refusesEveryBadFile() throws IOException {
    Path folder = SharedFiles.find("bad");
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(DIAGNOSES.size());
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(name(folder, file), () -> refuses(folder, file)));
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static void refuses(Path folder, Path file) {
    InvalidInputException e =
        catchThrowableOfType(InvalidInputException.class, () -> Loading.unchecked(file).close());
    assertThat(e).isNotNull();
    assertThat(e.problems()).hasSize(1);
    assertThat(e.getMessage())
        .startsWith(file.toAbsolutePath().toString())
        .doesNotContain("\n", "\r")
        .contains(DIAGNOSES.getOrDefault(name(folder, file), ""));
  }
}
