package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folding.engine.testing.SharedFiles;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole runs, from an ONNX file and a file of rows to paths.csv, against exact walks by an
 * independent implementation: every number of every path.
 */
final class OracleRunTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "models/mnist-2x30.onnx, mnist-2x30",
    "models/mnist-3x20.onnx, mnist-3x20",
    "models/mnist-5x12.onnx, mnist-5x12",
    "models/mnist-10x6.onnx, mnist-10x6",
    "models/mnist-2x300.onnx, mnist-2x300",
    "models/mnist-5x120.onnx, mnist-5x120",
    "models/mnist-6x100.onnx, mnist-6x100",
    "zoo/mlp-plain.onnx, zoo-mlp-plain",
    "zoo/mlp-float64.onnx, zoo-mlp-float64",
    "zoo/mlp-float16.onnx, zoo-mlp-float16",
    "zoo/mlp-nobias.onnx, zoo-mlp-nobias",
    "zoo/mlp-leakyrelu.onnx, zoo-mlp-leakyrelu",
    "zoo/mlp-prelu.onnx, zoo-mlp-prelu",
    "zoo/mlp-batchnorm.onnx, zoo-mlp-batchnorm",
    "zoo/mlp-3d-matmul.onnx, zoo-mlp-3d-matmul",
    "zoo/mlp-residual.onnx, zoo-mlp-residual",
    "zoo/cnn-maxpool.onnx, zoo-cnn-maxpool",
    "zoo/cnn-residual-avgpool.onnx, zoo-cnn-residual-avgpool",
    "zoo/moons-3x16.onnx, zoo-moons-3x16"
  })
  void everyNumberIsTheOracles(String model, String oracle) throws IOException {
    assertOracle(model, oracle, "exact", "0");
  }

  /** An adaptive walk that is not cut short is exact, whatever the number of threads. */
  @ParameterizedTest
  @CsvSource({
    "models/mnist-3x20.onnx, mnist-3x20, 1",
    "models/mnist-10x6.onnx, mnist-10x6, 3",
    "zoo/mlp-batchnorm.onnx, zoo-mlp-batchnorm, 2",
    "zoo/cnn-maxpool.onnx, zoo-cnn-maxpool, 2",
    "zoo/moons-3x16.onnx, zoo-moons-3x16, 2"
  })
  void adaptiveWalksEndWithTheOracles(String model, String oracle, String threads)
      throws IOException {
    assertThat(assertOracle(model, oracle, "adaptive", threads))
        .containsPattern("cut short on 0 of [0-9]+;");
  }

  private String assertOracle(String model, String oracle, String walk, String threads)
      throws IOException {
    JsonNode pairs =
        new ObjectMapper()
            .readTree(SharedFiles.find("oracle/" + oracle + ".json").toFile())
            .get("pairs");
    String data =
        oracle.contains("moons") ? "zoo/moons-points.npy" : "mnist/t10k-images-idx3-ubyte.gz";
    StringBuilder rows = new StringBuilder("from,to\n");
    for (JsonNode pair : pairs) {
      rows.append(pair.get("i").asInt()).append(',').append(pair.get("j").asInt()).append('\n');
    }
    Files.writeString(folder.resolve("pairs.csv"), rows);
    Files.writeString(
        folder.resolve("run.properties"),
        String.join(
            "\n",
            "model=" + SharedFiles.find(model),
            "data=" + SharedFiles.find(data),
            "paths=line",
            "paths.line.pairs=pairs.csv",
            "walk=" + walk,
            "threads=" + threads,
            "metrics=range,convexity-defect",
            "metrics.range.layers=true",
            "output=out"));

    Shell run = Shell.run("run", folder.resolve("run.properties"));

    // On a slow machine err has the progress.
    assertThat(run.code()).as(run.err()).isZero();
    List<Map<String, String>> paths = paths();
    assertThat(paths).hasSize(pairs.size());
    for (int i = 0; i < paths.size(); i++) {
      assertSame(paths.get(i), pairs.get(i));
    }
    return run.out();
  }

  /** The paper's protocol: 11 points, all units counted; folding at the last step. */
  @ParameterizedTest
  @ValueSource(strings = {"A", "B", "C"})
  void sampledCantorNetFoldsAsTheOracleSays(String representation) throws IOException {
    JsonNode oracle =
        new ObjectMapper().readTree(SharedFiles.find("oracle/cantornet.json").toFile());
    Files.writeString(
        folder.resolve("cantornet.properties"),
        """
        model=cantornet:A/1
        paths=line
        paths.line.from=0,0.75
        paths.line.to=1,0.75
        walk=sampled
        walk.samples=11
        walk.count=all
        """);
    for (int depth = 1; depth <= 5; depth++) {
      Shell run =
          Shell.run(
              "run",
              folder.resolve("cantornet.properties"),
              "--force",
              "-D",
              "model=cantornet:" + representation + "/" + depth);
      assertThat(run.complaints()).isEmpty();
      assertThat(number(paths().get(0), "range.folding"))
          // The oracle rounds the exact quotient once, 1 - r1/r2 twice.
          .isEqualTo(
              oracle.at("/representations/" + representation + "/" + depth + "/folding").asDouble(),
              within(2e-16));
    }
  }

  private List<Map<String, String>> paths() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("out/paths.csv"));
    String[] names = lines.get(0).split(",", -1);
    return lines.stream()
        .skip(1)
        .map(
            line -> {
              String[] cells = line.split(",", -1);
              Map<String, String> row = new LinkedHashMap<>();
              for (int i = 0; i < names.length; i++) {
                row.put(names[i], cells[i]);
              }
              return row;
            })
        .toList();
  }

  private static void assertSame(Map<String, String> path, JsonNode pair) {
    assertThat(path.get("from")).isEqualTo(pair.get("i").asText());
    assertThat(path.get("to")).isEqualTo(pair.get("j").asText());
    assertThat(path.get("flips")).isEqualTo(pair.get("flips").asText());
    assertThat(path.get("regions")).isEqualTo(pair.get("regions").asText());
    assertThat(path.get("range.max")).isEqualTo(pair.get("r1").asText());
    assertThat(path.get("range.max-reverse")).isEqualTo(pair.get("r1_reverse").asText());
    assertThat(path.get("range.total")).isEqualTo(pair.get("flips").asText());
    assertThat(number(path, "range.folding")).isEqualTo(pair.get("chi").asDouble());
    assertThat(number(path, "range.folding-reverse")).isEqualTo(pair.get("chi_reverse").asDouble());
    assertThat(path.get("convexity-defect.defect"))
        .isEqualTo(pair.get("convexity_defect").asText());
    assertThat(number(path, "convexity-defect.excess"))
        .isEqualTo(pair.get("flips").asInt() - pair.get("endpoint_hamming").asInt());
    assertThat(flipsOfLayers(path)).isEqualTo(numbers(pair.get("flips_per_layer")));
  }

  /** In the order of the columns, which is that of the layers. */
  private static List<Integer> flipsOfLayers(Map<String, String> path) {
    return path.keySet().stream()
        .filter(name -> name.startsWith("range.total."))
        .map(name -> Integer.valueOf(path.get(name)))
        .toList();
  }

  private static List<Integer> numbers(JsonNode array) {
    List<Integer> numbers = new ArrayList<>();
    array.forEach(node -> numbers.add(node.asInt()));
    return numbers;
  }

  private static double number(Map<String, String> path, String column) {
    return Double.parseDouble(path.get(column));
  }
}
