package org.folding.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.folding.api.InvalidInputException;
import org.junit.jupiter.api.Test;

final class WordChoiceTest {
  private enum Season {
    SPRING,
    SUMMER,
    WINTER
  }

  private static final WordChoice<Season> SEASONS = WordChoice.of(Season.class);

  @Test
  void findsConstantsByTheirWords() {
    assertThat(SEASONS.words()).containsExactly("spring", "summer", "winter");
    assertThat(SEASONS.find("Summer")).contains(Season.SUMMER);
    assertThat(SEASONS.choose("'season'", "winter")).isEqualTo(Season.WINTER);
    assertThat(WordChoice.of(List.of(Season.WINTER), season -> "cold").choose("'season'", "cold"))
        .isEqualTo(Season.WINTER);
  }

  @Test
  void saysWhichWordsThereAreAndWhichWasLikelyMeant() {
    assertThatThrownBy(() -> SEASONS.choose("'season'", "sumer"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "'season' is 'sumer' but must be one of spring, summer, winter; did you mean summer?");
    assertThatThrownBy(() -> SEASONS.choose("'season'", "monday"))
        .hasMessage("'season' is 'monday' but must be one of spring, summer, winter");
  }
}
