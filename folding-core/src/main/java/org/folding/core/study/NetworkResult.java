package org.folding.core.study;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folding.api.model.UnitLayer;
import org.folding.core.output.FileHash;
import org.folding.core.sink.FoldedPath;
import org.folding.core.sink.FoldingHistogram;
import org.folding.core.statistics.ClassPair;

/**
 * What a study found about one network.
 *
 * @param name the name of its file, without the ending
 * @param family the same without the epoch
 * @param epoch after which epoch of training it was taken, where its name tells
 * @param file its file
 * @param layers its counted layers
 * @param accuracy the share of test images that it puts into their class
 * @param folding χ over all paths
 * @param within χ over the paths between images of one class; empty where there is none
 * @param between χ over the paths between images of two classes; empty where there is none
 * @param byLayer χ in each counted layer, in their order
 * @param flipsByLayer the number of flips in each counted layer
 * @param classes χ for each ordered pair of classes
 * @param medianOfMaxima the median, over the ordered pairs of classes, of the greatest χ
 * @param distribution how often each χ occurred: over all units, then in each counted layer
 * @param mostFolded the paths with the greatest χ, the greatest first
 * @param seconds how long walking and measuring took
 */
public record NetworkResult(
    String name,
    String family,
    OptionalInt epoch,
    FileHash file,
    List<UnitLayer> layers,
    OptionalDouble accuracy,
    Measures folding,
    Optional<Measures> within,
    Optional<Measures> between,
    List<Measures> byLayer,
    List<Measures> flipsByLayer,
    SortedMap<ClassPair, Measures> classes,
    OptionalDouble medianOfMaxima,
    List<FoldingHistogram> distribution,
    List<FoldedPath> mostFolded,
    double seconds) {

  /** Copies the collections. */
  public NetworkResult {
    layers = List.copyOf(layers);
    byLayer = List.copyOf(byLayer);
    flipsByLayer = List.copyOf(flipsByLayer);
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    distribution = List.copyOf(distribution);
    mostFolded = List.copyOf(mostFolded);
  }

  /**
   * @return the number of counted layers
   */
  public int depth() {
    return layers.size();
  }

  /**
   * @return the number of counted units
   */
  public int units() {
    return layers.stream().mapToInt(layer -> layer.shape().size()).sum();
  }

  /**
   * @return the number of units of each layer, empty where layers differ in it
   */
  public OptionalInt width() {
    List<Integer> widths = layers.stream().map(layer -> layer.shape().size()).distinct().toList();
    return widths.size() == 1 ? OptionalInt.of(widths.get(0)) : OptionalInt.empty();
  }
}
