package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of operators in docs/onnx.md says what happens to a layer after each of them. It is
 * made by trying, at many opsets; what is called exact has been compared with ONNX Runtime. With
 * {@code -Dfolding.docs.write=true} the table is written anew.
 */
final class OperatorTableTest {
  private static final int[] OPSETS = {7, 9, 11, 13, 14, 17, 18, 20, 21, 22, 24};
  private static final Path PAGE = Path.of("..", "docs", "onnx.md");
  private static final String BEGIN = "<!-- operators: made by OperatorTableTest -->\n";
  private static final String END = "<!-- end of operators -->";

  @TempDir Path folder;

  /** What happens to the units of an activation, and to those after an operator. */
  private enum Outcome {
    EXACT("exact"),
    UNITS_EXACT("its units exact, later ones sampled"),
    SAMPLED("later units sampled"),
    REFUSED("refused"),
    NONE("");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }
  }

  @Test
  void theTableIsWhatHappens() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains(BEGIN, END);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    String table = table();
    if (Boolean.getBoolean("folding.docs.write")) {
      Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
    } else {
      assertThat(page.substring(begin, end)).isEqualTo(table);
    }
  }

  private String table() throws IOException {
    OperatorSamples samples = new OperatorSamples();
    StringBuilder table =
        new StringBuilder("| operator | outcome | opsets tried |\n|---|---|---|\n");
    for (String operator : samples.operators()) {
      Map<Outcome, List<Integer>> opsets = new TreeMap<>();
      for (int opset : OPSETS) {
        Outcome outcome = outcome(samples, operator, opset);
        opsets.computeIfAbsent(outcome, key -> new ArrayList<>()).add(opset);
      }
      opsets.remove(Outcome.NONE);
      opsets.forEach(
          (outcome, tried) ->
              table
                  .append("| ")
                  .append(operator)
                  .append(" | ")
                  .append(outcome.words)
                  .append(" | ")
                  .append(ranges(tried))
                  .append(" |\n"));
    }
    return table.toString();
  }

  private Outcome outcome(OperatorSamples samples, String operator, int opset) throws IOException {
    Path file = Loading.write(folder, samples.model(operator, opset));
    try (Model model = Loading.checked(file)) {
      List<UnitLayer> layers = model.layers();
      UnitLayer last = layers.get(layers.size() - 1);
      if (model.obstacle(last).isEmpty()) {
        return Outcome.EXACT;
      }
      boolean own = layers.size() > 1 && model.obstacle(layers.get(0)).isEmpty();
      return own ? Outcome.UNITS_EXACT : Outcome.SAMPLED;
    } catch (InvalidInputException e) {
      // Where ONNX Runtime knows no such operator at that opset there is nothing to tell.
      return e.getMessage().contains("hidden inside one operator") ? Outcome.REFUSED : Outcome.NONE;
    }
  }

  /** Neighbours among the opsets tried as one range. */
  private static String ranges(List<Integer> opsets) {
    List<Integer> all = IntStream.of(OPSETS).boxed().toList();
    List<List<Integer>> runs = new ArrayList<>();
    for (int opset : opsets) {
      List<Integer> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
      boolean next =
          !last.isEmpty() && all.indexOf(last.get(last.size() - 1)) == all.indexOf(opset) - 1;
      if (next) {
        last.add(opset);
      } else {
        runs.add(new ArrayList<>(List.of(opset)));
      }
    }
    return runs.stream()
        .map(run -> run.size() == 1 ? "" + run.get(0) : run.get(0) + "–" + run.get(run.size() - 1))
        .collect(Collectors.joining(", "));
  }
}
