package org.folding.api;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One thing that is wrong with what the user gave, and what the user can change to solve it.
 *
 * <p>The text quotes names and values of files that come from anywhere. What would break the line
 * or speak to a terminal is therefore written as an escape of Java's, and the middle of a text of
 * more than 2000 characters is left out.
 *
 * @param text what is wrong and where, in one line; without remedies also what would be right
 * @param remedies what solves the problem, one of them is enough; empty where the text says it
 */
public record Problem(String text, List<Remedy> remedies) implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 2_000;

  /** Escapes the text and copies the remedies. */
  public Problem {
    text = oneLine(Objects.requireNonNull(text, "text is null"));
    remedies = List.copyOf(remedies);
  }

  /**
   * @param text what is wrong and where
   * @param remedies what solves the problem, one of them is enough
   * @return the problem
   */
  public static Problem of(String text, Remedy... remedies) {
    return new Problem(text, List.of(remedies));
  }

  /**
   * @return the text and the remedies in their own words, in one line
   */
  public String line() {
    return line(Remedy::words);
  }

  /**
   * @param wording says what to do, as {@link Remedy#words()} does
   * @return the text and the remedies in these words, in one line
   */
  public String line(Function<? super Remedy, String> wording) {
    StringBuilder line = new StringBuilder(text);
    for (int i = 0; i < remedies.size(); i++) {
      line.append(i == 0 ? "; " : i == remedies.size() - 1 ? " or " : ", ")
          .append(wording.apply(remedies.get(i)));
    }
    return line.toString();
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              if (breaksLine(character)) {
                line.append(escape(character));
              } else {
                line.appendCodePoint(character);
              }
            });
    if (line.length() > LONGEST) {
      line.replace(LONGEST / 2, line.length() - LONGEST / 2 + 1, "…");
    }
    return line.toString();
  }

  private static boolean breaksLine(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static String escape(int character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          new String(Character.toChars(character))
              .chars()
              .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04x", unit))
              .collect(Collectors.joining());
    };
  }
}
