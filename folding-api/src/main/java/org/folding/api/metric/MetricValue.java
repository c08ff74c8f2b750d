package org.folding.api.metric;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One of the numbers that a metric gives, and the part that it plays in results. A value that says
 * no more than its name, kind and description becomes a column with statistics. A {@linkplain
 * #asHeadline headline} also ranks paths and is drawn in reports; a value {@linkplain #ofLayer of a
 * layer} is shown beside the value that it is a part of.
 *
 * <pre>{@code
 * MetricValue.share("folding", "χ = 1 − r1/r2; 0 where r2 = 0")
 *     .asHeadline()
 *     .saying(Phrase.LABEL, "folding χ");
 * MetricValue.share("folding.fc1", "χ in the units of layer fc1").ofLayer("fc1", "folding");
 * }</pre>
 *
 * @param name the name, unique in its metric; the column is called METRIC.NAME
 * @param kind which numbers it gives
 * @param description one sentence for the user, with the formula
 * @param headline whether this is the one value of its metric that stands for it
 * @param part which layer the value is of, if it is of one; never of a headline
 * @param phrases how texts speak of the value, as far as they are not to speak in general words
 */
public record MetricValue(
    String name,
    Kind kind,
    String description,
    boolean headline,
    Optional<LayerPart> part,
    Map<Phrase, String> phrases) {

  /** Which numbers a value gives. Each may be NaN, where it is not defined. */
  public enum Kind {
    /** A whole number, such as a number of flips. */
    COUNT,
    /** Any number, such as a slope. */
    REAL,
    /** A number from 0 to 1, such as a ratio of a part to the whole. */
    SHARE
  }

  /** Checks that nothing is null and that no headline is of a layer; copies the phrases. */
  public MetricValue {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(kind, "kind is null");
    Objects.requireNonNull(description, "description is null");
    Objects.requireNonNull(part, "part is null");
    phrases = Map.copyOf(phrases);
    if (headline && part.isPresent()) {
      throw new IllegalArgumentException(
          "value '" + name + "' is of a layer, so it cannot be the headline of its metric");
    }
  }

  /**
   * Makes a value that is neither a headline nor of a layer.
   *
   * @param name the name
   * @param kind which numbers it gives
   * @param description one sentence for the user
   */
  public MetricValue(String name, Kind kind, String description) {
    this(name, kind, description, false, Optional.empty(), Map.of());
  }

  /**
   * @param name the name
   * @param description one sentence for the user
   * @return a whole number
   */
  public static MetricValue count(String name, String description) {
    return new MetricValue(name, Kind.COUNT, description);
  }

  /**
   * @param name the name
   * @param description one sentence for the user
   * @return a number
   */
  public static MetricValue real(String name, String description) {
    return new MetricValue(name, Kind.REAL, description);
  }

  /**
   * @param name the name
   * @param description one sentence for the user
   * @return a number from 0 to 1
   */
  public static MetricValue share(String name, String description) {
    return new MetricValue(name, Kind.SHARE, description);
  }

  /**
   * Makes this the headline of its metric, the value that stands for it. Paths are ranked by it,
   * greatest first; reports draw its histogram and its map of class pairs; and statistics of global
   * behaviour are told of it, the median of the numbers that are not 0 and the median over the
   * pairs of classes of their greatest numbers. A metric has one headline at most. In a run with
   * several metrics the first one ranks the paths.
   *
   * @return the same value as a headline
   */
  public MetricValue asHeadline() {
    return new MetricValue(name, kind, description, true, part, phrases);
  }

  /**
   * Says that this value is what another value of the metric comes to in the units of one layer
   * alone.
   *
   * @param layer the name of the layer, as in {@link org.folding.api.walk.CountedUnits#layerNames}
   * @param whole the name of the other value
   * @return the same value as one of a layer
   */
  public MetricValue ofLayer(String layer, String whole) {
    return new MetricValue(
        name, kind, description, headline, Optional.of(new LayerPart(layer, whole)), phrases);
  }

  /**
   * Gives texts words of the value's own.
   *
   * @param phrase where the words are used
   * @param words the words, plain text without a full stop at the end
   * @return the same value with those words
   */
  public MetricValue saying(Phrase phrase, String words) {
    Map<Phrase, String> more = new EnumMap<>(Phrase.class);
    more.putAll(phrases);
    more.put(phrase, words);
    return new MetricValue(name, kind, description, headline, part, more);
  }
}
