package org.folding.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One option of a component: its key below the component's prefix, its type, its default and what
 * it does.
 *
 * @param key the key without prefix, in lower case with dashes, for example {@code per-class}
 * @param type how a value is read and checked
 * @param choices the values allowed, for {@link Type#CHOICE}; otherwise empty
 * @param defaultValue the value taken where the configuration gives none; empty where the option
 *     may be absent
 * @param description one sentence for the user
 */
public record OptionSpec(
    String key,
    Type type,
    List<String> choices,
    Optional<String> defaultValue,
    String description) {

  /** How the text of a value is read. */
  public enum Type {
    /** Any text. */
    TEXT("text"),
    /** A whole number that fits into 64 bits. */
    INTEGER("a whole number"),
    /** A finite number. */
    NUMBER("a number"),
    /** {@code true} or {@code false}. */
    BOOLEAN("true or false"),
    /** One of {@link OptionSpec#choices()}. */
    CHOICE("one of"),
    /** Finite numbers separated by commas. */
    VECTOR("numbers separated by commas"),
    /** The name of an existing file; relative names start at the configuration's folder. */
    FILE("an existing file");

    private final String words;

    Type(String words) {
      this.words = words;
    }

    /**
     * @return what a value must be, in words that complete "must be"
     */
    public String words() {
      return words;
    }
  }

  /** Checks the key and the choices, and that nothing is null. */
  public OptionSpec {
    Objects.requireNonNull(key, "key is null");
    Objects.requireNonNull(type, "type is null");
    Objects.requireNonNull(defaultValue, "defaultValue is null");
    Objects.requireNonNull(description, "description is null");
    choices = List.copyOf(choices);
    if (!key.matches("[a-z][a-z0-9.-]*")) {
      throw new IllegalArgumentException("option key '" + key + "' must match [a-z][a-z0-9.-]*");
    }
    if ((type == Type.CHOICE) == choices.isEmpty()) {
      throw new IllegalArgumentException("option '" + key + "': choices go with type CHOICE");
    }
  }

  /**
   * An option that may be absent.
   *
   * @param key the key without prefix
   * @param type how a value is read; not {@link Type#CHOICE}
   * @param description one sentence for the user
   * @return the option
   */
  public static OptionSpec optional(String key, Type type, String description) {
    return new OptionSpec(key, type, List.of(), Optional.empty(), description);
  }

  /**
   * An option with a default.
   *
   * @param key the key without prefix
   * @param type how a value is read; not {@link Type#CHOICE}
   * @param defaultValue the value where the configuration gives none
   * @param description one sentence for the user
   * @return the option
   */
  public static OptionSpec of(String key, Type type, String defaultValue, String description) {
    return new OptionSpec(key, type, List.of(), Optional.of(defaultValue), description);
  }

  /**
   * An option whose value is one of a few words, the first being the default.
   *
   * @param key the key without prefix
   * @param choices the words allowed, the default first
   * @param description one sentence for the user
   * @return the option
   */
  public static OptionSpec choice(String key, List<String> choices, String description) {
    return new OptionSpec(key, Type.CHOICE, choices, Optional.of(choices.get(0)), description);
  }
}
