package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WalkCommandTest {
  private static final String[] LINE = {
    "walk", "cantornet:A/3", "--from", "0,0.75", "--to", "1,0.75"
  };

  @Test
  void tellsTheFoldingOfCantorNet() {
    Shell shell = Shell.run((Object[]) LINE);

    assertThat(shell.err()).isEmpty();
    // χ = 1 − k/(2^k − 1) = 4/7 with r1/r2 = 6/14 for k = 3.
    assertThat(shell.out())
        .containsPattern("range.folding +0.5714\n")
        .containsPattern("range.max +6\n")
        .containsPattern("range.total +14\n")
        .containsPattern("flips +14 in 14 steps, 15 regions\n");
  }

  @Test
  void namesTheOptionWhoseUnitsAreNotThere() {
    Shell noSelector = Shell.run(with(LINE, "--count", "foo"));
    Shell noLayer = Shell.run(with(LINE, "--count", "layer:foo"));

    assertThat(noSelector.code()).isEqualTo(FoldingCli.USER);
    assertThat(noSelector.err()).startsWith("'--count' holds 'foo', which selects nothing; ");
    assertThat(noLayer.code()).isEqualTo(FoldingCli.USER);
    assertThat(noLayer.err()).startsWith("'--count' holds 'layer:foo', but no layer is called so");
    assertThat(noSelector.err() + noLayer.err()).doesNotContain("walk.count");
  }

  private static Object[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray();
  }

  @Test
  void writesFlipsForMachines() {
    Shell shell = Shell.run("walk", "cantornet:A/3", "--from", "0,0.75", "--to", "1,0.75", "--csv");

    List<String> lines = shell.out().lines().toList();
    assertThat(lines.get(0)).isEqualTo("step,t,layer,unit,bit,active,back,distance");
    // The end points of the third Cantor approximation, in 27ths.
    double[] ends = {1, 2, 3, 6, 7, 8, 9, 18, 19, 20, 21, 24, 25, 26};
    assertThat(lines).hasSize(1 + ends.length);
    for (int i = 0; i < ends.length; i++) {
      double t = Double.parseDouble(lines.get(i + 1).split(",", -1)[1]);
      assertThat(t).isEqualTo(ends[i] / 27, within(1e-12));
    }
  }

  @Test
  void plotsInAsciiAsWideAsAsked() {
    Shell shell =
        Shell.run(
            "walk",
            "cantornet:A/1",
            "--from",
            "0,0.75",
            "--to",
            "1,0.75",
            "--ascii",
            "--columns",
            "30",
            "--limit",
            "0");

    // 27 columns: the distance is 0 in the first 9, then 1, and 2 in the last 9.
    String upper = " ".repeat(18) + "#".repeat(9) + "\n";
    String lower = " ".repeat(9) + "#".repeat(18) + "\n";
    assertThat(shell.out())
        .contains(
            "2 |" + upper + ("  |" + upper).repeat(4) + ("  |" + lower).repeat(4) + "0 |" + lower)
        .contains("  +" + "-".repeat(27) + "\n   t=0" + " ".repeat(21) + "t=1\n");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(Shell.run("walk", "cantornet:A/1").err())
        .startsWith("a path is missing or given twice: give --data FILE --rows A,B");
    assertThat(Shell.run("walk", "cantornet:A/1", "--from", "0,0").err())
        .isEqualTo("--to is missing: a line has two ends\n");
    assertThat(Shell.run("walk", "cantornet:A/1", "--rows", "0,1").err())
        .isEqualTo("--rows names a row; add --data FILE\n");
    assertThat(Shell.run("walk", "cantornet:A/1", "--from", "0,0,0", "--to", "1,1"))
        .isEqualTo(
            new Shell(2, "", "--from: '0,0,0' has 3 values, but an input of the model has 2\n"));
  }

  @Test
  void numbersOfSamplesAreForSampledWalksAndBounded() {
    assertThat(line("--samples", "9").err())
        .isEqualTo(
            "--samples has no effect, as the walk is exact; remove it, or add --walk sampled\n");
    assertThat(line("--walk", "sampled", "--samples", "100000001").err())
        .isEqualTo("--samples is 100000001 but must be from 2 to 100000000\n");
    assertThat(line("--walk", "sampled", "--samples", "9").code()).isZero();
  }

  @Test
  void numbersThatAreTooGreatAreToldFromWhatIsNone() {
    assertThat(line("--to", "1,1e309").err())
        .isEqualTo("--to: '1e309' is beyond the greatest float64, 1.8e308\n");
    assertThat(line("--to", "1,Infinity").err())
        .startsWith("--to: 'Infinity' is no finite number; write numbers separated by commas");
    assertThat(line("--scale", "-1e309").err())
        .startsWith(
            "Invalid value for option '--scale': '-1e309' is beyond the greatest float64, 1.8e308\n");
    assertThat(line("--mean", "0,x").err())
        .startsWith("Invalid value for option '--mean' (NUMBERS): 'x' is not a number\n");
  }

  private static Shell line(String... options) {
    List<String> words = new ArrayList<>(List.of("walk", "cantornet:A/1", "--from", "0,0.75"));
    if (!List.of(options).contains("--to")) {
      words.addAll(List.of("--to", "1,0.75"));
    }
    words.addAll(List.of(options));
    return Shell.run(words.toArray());
  }
}
