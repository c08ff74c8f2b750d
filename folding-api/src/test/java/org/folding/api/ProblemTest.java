package org.folding.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ProblemTest {
  private enum Way implements Remedy {
    LEFT,
    RIGHT,
    BACK;

    @Override
    public String words() {
      return "go " + name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Problem CLOSED = Problem.of("gate 4 is closed", Way.LEFT, Way.RIGHT);

  @Test
  void aLineIsTheProblemAndWhatSolvesIt() {
    assertThat(Problem.of("gate 4 is closed").line()).isEqualTo("gate 4 is closed");
    assertThat(Problem.of("gate 4 is closed", Way.BACK).line())
        .isEqualTo("gate 4 is closed; go back");
    assertThat(CLOSED.line()).isEqualTo("gate 4 is closed; go left or go right");
    assertThat(Problem.of("gate 4 is closed", Way.values()).line())
        .isEqualTo("gate 4 is closed; go left, go right or go back");
  }

  @Test
  void whoeverShowsItSaysHow() {
    assertThat(CLOSED.line(remedy -> remedy == Way.LEFT ? "press L" : remedy.words()))
        .isEqualTo("gate 4 is closed; press L or go right");
  }

  @Test
  void anExceptionKeepsTheRemediesOfAllItsProblems() {
    InvalidInputException exception =
        InvalidInputException.of(List.of(CLOSED, Problem.of("gate\n5 is closed")));

    assertThat(exception.details())
        .containsExactly(CLOSED, new Problem("gate\\n5 is closed", List.of()));
    assertThat(exception.problems())
        .containsExactly("gate 4 is closed; go left or go right", "gate\\n5 is closed");
    assertThat(exception)
        .hasMessage(
            "gate 4 is closed; go left or go right"
                + System.lineSeparator()
                + "gate\\n5 is closed");
    assertThat(new InvalidInputException("x").details()).containsExactly(Problem.of("x"));
    assertThatThrownBy(() -> InvalidInputException.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("problems is empty");
  }

  /** As it does where workers are other JVMs. */
  @Test
  void remediesAreRecognisedAfterAnExceptionWasSent() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new InvalidInputException(CLOSED));
    }

    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((InvalidInputException) in.readObject()).details()).containsExactly(CLOSED);
    }
  }
}
