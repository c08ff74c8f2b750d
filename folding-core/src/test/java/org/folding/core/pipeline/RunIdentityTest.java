package org.folding.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folding.core.output.FileHash;
import org.folding.core.output.Provenance;
import org.junit.jupiter.api.Test;

final class RunIdentityTest {
  private static final Map<String, String> CONFIGURATION = configuration();

  private static Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("model", "net.onnx");
    configuration.put("paths.seed", "42");
    configuration.put("threads", "4");
    configuration.put("metrics", "range");
    configuration.put("output", "out");
    return configuration;
  }

  /** Threads and the output folder change no number. */
  @Test
  void holdsWhatDecidesOverTheNumbersInOrder() {
    Provenance provenance =
        provenance(
            CONFIGURATION,
            List.of(hash("net.onnx", 'a')),
            List.of(hash("x.npy", 'b'), hash("labels.npy", 'c')),
            List.of(hash("acme.jar", 'd')));

    Map<String, String> identity = RunIdentity.of(provenance);

    assertThat(identity)
        .containsEntry("the SHA-256 of file 1 of model", "a".repeat(64))
        .containsEntry("the SHA-256 of file 1 of data", "b".repeat(64))
        .containsEntry("the SHA-256 of file 2 of data", "c".repeat(64))
        .containsEntry("the SHA-256 of file 1 of plugins", "d".repeat(64))
        .doesNotContainValue("4")
        .doesNotContainValue("out");
    assertThat(identity.keySet())
        .containsExactly(
            "model",
            "paths.seed",
            "metrics",
            "the SHA-256 of file 1 of model",
            "the SHA-256 of file 1 of data",
            "the SHA-256 of file 2 of data",
            "the SHA-256 of file 1 of plugins",
            "the version of folding");
  }

  /** Names and time may differ: a copy of the files elsewhere gives the same numbers. */
  @Test
  void isTheSameForTheSameFilesElsewhere() {
    Map<String, String> other = new LinkedHashMap<>(CONFIGURATION);
    other.put("threads", "1");
    other.put("output", "elsewhere");

    assertThat(RunIdentity.of(provenance(other, List.of(hash("b/net", 'a')), List.of(), List.of())))
        .isEqualTo(
            RunIdentity.of(
                provenance(CONFIGURATION, List.of(hash("a/net", 'a')), List.of(), List.of())));
  }

  @Test
  void differsWhereLabelsDiffer() {
    FileHash data = hash("x.npy", 'b');

    assertThat(
            RunIdentity.of(
                provenance(CONFIGURATION, List.of(), List.of(data, hash("y.npy", 'c')), List.of())))
        .isNotEqualTo(
            RunIdentity.of(
                provenance(
                    CONFIGURATION, List.of(), List.of(data, hash("y.npy", 'd')), List.of())));
  }

  private static FileHash hash(String name, char digit) {
    return new FileHash(Path.of(name), String.valueOf(digit).repeat(64));
  }

  private static Provenance provenance(
      Map<String, String> configuration,
      List<FileHash> model,
      List<FileHash> data,
      List<FileHash> plugins) {
    return new Provenance(Instant.now(), configuration, model, data, plugins, 42, 4);
  }
}
