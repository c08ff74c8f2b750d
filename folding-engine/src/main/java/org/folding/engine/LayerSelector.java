package org.folding.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.folding.api.InvalidInputException;
import org.folding.api.model.UnitLayer;
import org.folding.engine.text.NearestWord;

/**
 * One part of what {@code walk.count} says, or an option in its place.
 *
 * @param key what the user wrote it for, by which problems are named
 * @param text the part as it was written
 * @param kind what of a layer is looked at
 * @param pattern what it must match
 * @param excludes whether the layers that match are taken out
 */
record LayerSelector(String key, String text, Kind kind, Pattern pattern, boolean excludes) {
  private static final String KNOWN =
      "hidden, all, readout, projection, layer:NAME and operator:NAME, each also after '!'";
  private static final String COMMA = "; a comma within a name is written ?";
  private static final int MOST_NAMES = 8;

  /** What of a layer a selector looks at. */
  enum Kind {
    /** What its units are for. */
    ROLE,
    /** Its name. */
    LAYER,
    /** Its activation's operator. */
    OPERATOR;

    private String of(UnitLayer layer) {
      return switch (this) {
        case ROLE -> layer.role().word();
        case LAYER -> layer.name();
        case OPERATOR -> layer.operator();
      };
    }
  }

  /**
   * @param key what the user wrote them for
   * @param text selectors separated by commas
   * @return the selectors, at least one
   * @throws InvalidInputException naming every part that is none
   */
  static List<LayerSelector> list(String key, String text) {
    List<LayerSelector> selectors = new ArrayList<>();
    Set<String> problems = new LinkedHashSet<>();
    boolean afterName = false;
    for (String part : text.split(",", -1)) {
      try {
        LayerSelector selector = parse(key, part.strip());
        selectors.add(selector);
        afterName = selector.kind() != Kind.ROLE;
      } catch (InvalidInputException e) {
        // It may be the rest of a name, of which the first comma took this for a part of its own.
        String advice = afterName && !part.isBlank() ? COMMA : "";
        e.problems().forEach(problem -> problems.add(problem + advice));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(List.copyOf(problems));
    }
    return selectors;
  }

  private static LayerSelector parse(String key, String text) {
    boolean excludes = text.startsWith("!");
    String word = excludes ? text.substring(1).strip() : text;
    int colon = word.indexOf(':');
    String name = colon < 0 ? "" : word.substring(colon + 1).strip();
    String kind = colon < 0 ? word : word.substring(0, colon);
    return switch (kind) {
      case "all" -> named(key, text, word, Kind.ROLE, "*", excludes);
      case "hidden", "readout", "projection" -> named(key, text, word, Kind.ROLE, kind, excludes);
      case "layer" -> wildcard(key, text, Kind.LAYER, name, 0, excludes);
      case "operator" ->
          wildcard(key, text, Kind.OPERATOR, name, Pattern.CASE_INSENSITIVE, excludes);
      default -> throw unknown(key, text);
    };
  }

  private static LayerSelector named(
      String key, String text, String word, Kind kind, String pattern, boolean excludes) {
    if (word.indexOf(':') >= 0) {
      throw unknown(key, text);
    }
    return wildcard(key, text, kind, pattern, 0, excludes);
  }

  private static LayerSelector wildcard(
      String key, String text, Kind kind, String name, int flags, boolean excludes) {
    if (name.isEmpty()) {
      throw new InvalidInputException(
          "'" + key + "' holds '" + text + "', which has no name; write for example layer:/1/Relu");
    }
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return new LayerSelector(key, text, kind, Pattern.compile(regex.toString(), flags), excludes);
  }

  private static InvalidInputException unknown(String key, String text) {
    return new InvalidInputException(
        text.isEmpty()
            ? "'" + key + "' has an empty entry; known are " + KNOWN
            : "'" + key + "' holds '" + text + "', which selects nothing; known are " + KNOWN);
  }

  /**
   * Counts the layers that match, or takes them out.
   *
   * @return false if a name was asked for that no layer has
   */
  boolean apply(List<UnitLayer> layers, boolean[] counted) {
    boolean found = kind == Kind.ROLE;
    for (int i = 0; i < counted.length; i++) {
      if (pattern.matcher(kind.of(layers.get(i))).matches()) {
        counted[i] = !excludes;
        found = true;
      }
    }
    return found;
  }

  /** What to say where no layer has the name asked for. */
  String withoutMatch(List<UnitLayer> layers) {
    List<String> names = layers.stream().map(kind::of).distinct().toList();
    String asked = text.substring(text.indexOf(':') + 1).strip();
    String known =
        names.isEmpty()
            ? "; the model has no activation layers"
            : "; the model has "
                + String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
                + (names.size() > MOST_NAMES
                    ? " and " + (names.size() - MOST_NAMES) + " more"
                    : "");
    return "'"
        + key
        + "' holds '"
        + text
        + "', but no "
        + kind.name().toLowerCase(Locale.ROOT)
        + " is called so"
        + NearestWord.among(asked, names)
            .map(near -> "; did you mean '" + near + "'?")
            .orElse(known);
  }
}
