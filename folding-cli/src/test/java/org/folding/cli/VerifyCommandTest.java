package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.folding.engine.testing.SharedFiles;
import org.folding.engine.verify.Difference;
import org.folding.engine.verify.Verification;
import org.folding.engine.verify.VerifyMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CantorNet A has 2^(k+1) − 1 regions and 2^(k+1) − 2 flips: its closed form. */
final class VerifyCommandTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeConfiguration() throws IOException {
    file =
        Files.writeString(
            folder.resolve("run.properties"),
            """
            model=cantornet:A/4
            paths=line
            paths.line.from=0,0.75
            paths.line.to=1,0.75
            metrics=range
            """);
  }

  @Test
  void provesAtMidpoints() {
    assertThat(Shell.run("verify", file))
        .isEqualTo(
            new Shell(
                0,
                """
                model    cantornet:A/4
                paths    1 (line), all that there are
                checked  372 bits at the midpoints of 31 regions
                verdict  proven: every region is there, with its pattern
                """,
                ""));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void provesInRationalArithmetic() {
    Shell shell = Shell.run("verify", file, "-D", "walk.verify=rational");

    assertThat(shell.complaints()).isEmpty();
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .contains("checked  30 flips in 30 steps, by walks in rational arithmetic\n")
        .endsWith("verdict  proven: every flip is there, and no other\n");
  }

  @Test
  void samplesPathsBySeed() throws IOException {
    Files.writeString(file, "model=cantornet:A/4\npaths=random\npaths.random.count=100000\n");

    Shell shell = Shell.run("verify", file, "--paths", "30", "--seed", "5");

    assertThat(shell.complaints()).isEmpty();
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("paths    30 (random), drawn with seed 5\n");

    Shell all = Shell.run("verify", file, "--paths", "30", "-D", "paths.random.count=29");
    assertThat(all.out()).contains("paths    29 (random), all that there are\n");
    assertThat(Shell.run("verify", file, "--paths", "0"))
        .isEqualTo(new Shell(2, "", "--paths is 0 but must be 1 or more\n"));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "--mode; exact; --mode is 'exact' but must be one of midpoints, rational",
        "--paths; 0; --paths is 0 but must be 1 or more",
        "-D; walk=sampled; only exact walks can be verified, but walk is sampled"
      },
      delimiter = ';',
      quoteCharacter = '`')
  void refusesWhatItCannotDo(String option, String value, String message) {
    Shell shell = Shell.run("verify", file, option, value);

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).isEqualTo(message + "\n");
  }

  @Test
  void aRunReportsWhatItVerified() throws IOException {
    Shell shell = Shell.run("run", file, "-Dwalk.verify=midpoints");

    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .contains(
            """
            verified  proven: every region is there, with its pattern
                      372 bits at the midpoints of 31 regions
            """);
    JsonNode verify =
        new ObjectMapper().readTree(folder.resolve("out/summary.json").toFile()).at("/walk/verify");
    assertThat(verify)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"mode": "midpoints", "paths": 1, "regions": 31, "flips": 30, "bits": 372,
                     "resolved": 0, "undecided": 0, "differences": 0}
                    """));
  }

  @Test
  void aDifferenceIsNoProof() {
    Difference difference = new Difference(8, 2, 0.25, "relu1", 3, 0, true);
    Verification wrong =
        new Verification(
            VerifyMode.MIDPOINTS, 5, 50, 60, 900, 4, 0, 2, Optional.of(difference), Double.NaN);

    VerificationText text = new VerificationText(wrong);
    assertThat(text.verdict())
        .isEqualTo(
            "WRONG: 2 bits differ, first path 8, region 2, t = 0.25: unit 3 of layer 'relu1' is 1"
                + " in the walk but 0 in truth; please report this");
    assertThat(text.remarks())
        .containsExactly("4 of them too near zero for float64, decided in rational arithmetic");
  }

  /** Networks trained by others, of which no zero is exact. */
  @ParameterizedTest
  @CsvSource({"mnist-2x30, rational, 20", "mnist-5x12, rational, 20", "mnist-5x120, midpoints, 5"})
  void walksOfTrainedNetworksAreProven(String model, String mode, String paths) throws IOException {
    Files.writeString(
        file,
        String.join(
            "\n",
            "model=" + SharedFiles.find("models/" + model + ".onnx"),
            "data=" + SharedFiles.find("mnist/t10k-images-idx3-ubyte.gz"),
            "data.labels=" + SharedFiles.find("mnist/t10k-labels-idx1-ubyte.gz"),
            "paths=line",
            "paths.line.between=classes"));

    Shell shell = Shell.run("verify", file, "--mode", mode, "--paths", paths);

    assertThat(shell.out()).contains("verdict  proven: ");
    assertThat(shell.code()).isZero();
  }

  /** Convolutions, pools and borders of zeros, through which walks meet exact ties. */
  @ParameterizedTest
  @CsvSource({"cnn-maxpool, 3", "cnn-residual-avgpool, 1"})
  void walksOfConvolutionsAreProven(String model, String paths) throws IOException {
    Files.writeString(
        file,
        String.join(
            "\n",
            "model=" + SharedFiles.find("zoo/" + model + ".onnx"),
            "data=" + SharedFiles.find("mnist/t10k-images-idx3-ubyte.gz"),
            "data.labels=" + SharedFiles.find("mnist/t10k-labels-idx1-ubyte.gz"),
            "paths=line",
            "paths.line.between=classes"));

    Shell shell = Shell.run("verify", file, "--paths", paths);

    assertThat(shell.out()).contains("verdict  proven: ");
    assertThat(shell.code()).isZero();
  }
}
