package org.folding.core.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.folding.api.InvalidInputException;
import org.folding.engine.text.NearestWord;

/**
 * Constants that users choose by words: how a word becomes a constant, and what to say of one that
 * stands for none.
 *
 * @param <E> the type of the constants
 */
public final class WordChoice<E extends Enum<E>> {
  private final Map<String, E> constants = new LinkedHashMap<>();

  private WordChoice(List<E> constants, Function<E, String> word) {
    constants.forEach(constant -> this.constants.put(word.apply(constant), constant));
  }

  /**
   * @param constants the constants that may be chosen
   * @param word the word of each
   * @param <E> the type of the constants
   * @return the choice among them
   */
  public static <E extends Enum<E>> WordChoice<E> of(List<E> constants, Function<E, String> word) {
    return new WordChoice<>(constants, word);
  }

  /**
   * @param type an enum whose constants are chosen by their names in lower case
   * @param <E> the enum
   * @return the choice among all constants
   */
  public static <E extends Enum<E>> WordChoice<E> of(Class<E> type) {
    return of(
        Arrays.asList(type.getEnumConstants()),
        constant -> constant.name().toLowerCase(Locale.ROOT));
  }

  /**
   * @return the words, in the order of the constants
   */
  public List<String> words() {
    return List.copyOf(constants.keySet());
  }

  /**
   * @param word what the user wrote, in any case
   * @return what it stands for, or empty
   */
  public Optional<E> find(String word) {
    return Optional.ofNullable(constants.get(word.toLowerCase(Locale.ROOT)));
  }

  /**
   * @param setting where the user wrote it, for messages: {@code 'walk'}
   * @param word what the user wrote, in any case
   * @return what it stands for
   * @throws InvalidInputException if it stands for nothing, with the word that was likely meant
   */
  public E choose(String setting, String word) {
    return find(word).orElseThrow(() -> new InvalidInputException(refusal(setting, word, words())));
  }

  /**
   * What to say of a word that is none of a choice.
   *
   * @param setting where the user wrote it
   * @param word what the user wrote
   * @param words the words of the choice
   * @return the problem
   */
  public static String refusal(String setting, String word, Collection<String> words) {
    return setting
        + " is '"
        + word
        + "' but must be one of "
        + String.join(", ", words)
        + suggestion(word, words);
  }

  /**
   * @param word what the user wrote
   * @param words the words of the choice
   * @return the end of a message: a question whether one of them was meant, or nothing
   */
  public static String suggestion(String word, Collection<String> words) {
    return NearestWord.among(word, words).map(near -> "; did you mean " + near + "?").orElse("");
  }
}
