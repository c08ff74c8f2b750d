package org.folding.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InvalidInputExceptionTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          U+000A, \\n
          U+000D, \\r
          U+0009, \\t
          U+0000, \\u0000
          U+001B, \\u001b
          U+0085, \\u0085
          U+2028, \\u2028
          U+202E, \\u202e
          U+E0001, \\udb40\\udc01
          """)
  void escapesWhatWouldBreakTheLine(String character, String escape) {
    String quoted = Character.toString(Integer.parseInt(character.substring(2), 16));

    InvalidInputException one = new InvalidInputException("field 'a" + quoted + "b'");
    InvalidInputException many = new InvalidInputException(List.of("x" + quoted, "y"));

    assertThat(one).hasMessage("field 'a" + escape + "b'");
    assertThat(one.problems()).containsExactly("field 'a" + escape + "b'");
    assertThat(many).hasMessage("x" + escape + System.lineSeparator() + "y");
    assertThat(many.problems()).containsExactly("x" + escape, "y");
  }

  @Test
  void leavesWordsOfEveryLanguageAsTheyAre() {
    String problem = "Datei 'größe 大小 🂡.npy': \\n is not a line break here";

    assertThat(new InvalidInputException(problem)).hasMessage(problem);
  }

  @Test
  void leavesOutTheMiddleOfWhatNobodyReads() {
    String problem = "start" + "x".repeat(100_000) + "end";

    InvalidInputException exception = new InvalidInputException(problem);

    assertThat(exception.getMessage())
        .hasSize(2_000)
        .startsWith("startxx")
        .contains("xx…xx")
        .endsWith("xxend");
  }
}
