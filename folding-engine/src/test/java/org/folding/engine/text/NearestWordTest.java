package org.folding.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestWordTest {
  private static final List<String> KEYS =
      List.of(
          "path.steps", "paths.seed", "metrics.range.layers", "range", "convexity-defect", "csv");

  @ParameterizedTest
  @CsvSource({
    "path.setps, path.steps",
    "paths.sed, paths.seed",
    "metrics.range.layer, metrics.range.layers",
    "metric.range.layrs, metrics.range.layers",
    "rnage, range",
    "RANGE, range",
    "Range, range",
    "convexity_defect, convexity-defect",
    "cvs, csv",
  })
  void findsTheWordThatWasMeant(String word, String meant) {
    assertThat(NearestWord.among(word, KEYS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"histogram", "x", "rng1x", "convexity"})
  void suggestsNothingFarOff(String word) {
    assertThat(NearestWord.among(word, KEYS)).isEmpty();
  }

  @Test
  void aWordOfOneLetterIsNotTakenForAnother() {
    assertThat(NearestWord.among("a", List.of("b"))).isEmpty();
    assertThat(NearestWord.among("A", List.of("a"))).contains("a");
  }

  @Test
  void aSwapCountsOnceButAWordIsNotEditedTwiceAtOnePlace() {
    // "ca" to "abc" is 2 with free edits of swapped letters and 3 without; the limit here is 1.
    assertThat(NearestWord.among("ca", List.of("abc"))).isEmpty();
    assertThat(NearestWord.among("ac", List.of("ca"))).contains("ca");
  }

  @Test
  void amongEquallyCloseWordsTheOrderOfCandidatesDoesNotMatter() {
    assertThat(NearestWord.among("cit", List.of("cut", "cat"))).contains("cat");
    assertThat(NearestWord.among("cit", List.of("cat", "cut"))).contains("cat");
  }

  @Test
  void nothingIsNearWhereNothingIs() {
    assertThat(NearestWord.among("range", List.of())).isEmpty();
    assertThat(NearestWord.among("", List.of("range"))).isEmpty();
  }
}
