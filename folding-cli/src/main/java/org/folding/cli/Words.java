package org.folding.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.folding.api.InvalidInputException;
import org.folding.engine.text.NearestWord;

/** Options that are one of a few words. */
final class Words {
  private Words() {}

  static <E extends Enum<E>> E choose(String option, String word, Class<E> choices) {
    List<String> words =
        Arrays.stream(choices.getEnumConstants())
            .map(choice -> choice.name().toLowerCase(Locale.ROOT))
            .toList();
    int index = words.indexOf(word.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new InvalidInputException(
          option
              + " is '"
              + word
              + "' but must be one of "
              + String.join(", ", words)
              + NearestWord.among(word, words)
                  .map(near -> "; did you mean " + near + "?")
                  .orElse(""));
    }
    return choices.getEnumConstants()[index];
  }
}
