package org.folding.core.sink;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folding.api.data.Dataset;
import org.folding.core.output.JsonFile;
import org.folding.core.statistics.ClassPair;
import org.folding.core.statistics.Classes;
import org.folding.core.statistics.Column;
import org.folding.core.statistics.Histogram;
import org.folding.core.statistics.StatisticsSettings;

/**
 * Gathers what {@code distributions.json} and the networks of a study hold: histograms of χ, in
 * total and by layer, over all paths and by ordered pair of labels. Counts add up, so they do not
 * depend on the order of the paths or the cut of the work; the memory depends on the numbers of
 * columns and classes alone.
 */
public final class Distributions implements ResumableSink {

  /** Beyond so many histograms there are none by layer for pairs of classes. */
  private static final int MOST = 20_000;

  private final Optional<Classes> classes;
  private List<Integer> columns = List.of();
  private List<String> names = List.of();
  private Histogram[] all = {};
  private Histogram[][] pairs = {};
  private int columnsOfPair;

  /**
   * @param data the data whose rows the paths name, if any
   * @param settings up to how many classes there are histograms by pair of them
   */
  public Distributions(Optional<Dataset> data, StatisticsSettings settings) {
    this.classes =
        data.filter(rows -> rows.labelled() && settings.classes() > 0)
            .map(rows -> new Classes(rows, settings.classes()));
  }

  @Override
  public void start(List<Column> given) {
    columns = new ArrayList<>();
    names = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i).isFolding() || given.get(i).isFoldingOfLayer()) {
        columns.add(i);
        names.add(given.get(i).name());
      }
    }
    all = histograms(columns.size());
    int count = classes.map(Classes::pairs).orElse(0);
    pairs = new Histogram[count][];
    columnsOfPair = (long) count * columns.size() <= MOST ? columns.size() : 1;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (Histogram histogram : all) {
      histogram.save(out);
    }
    for (Histogram[] pair : pairs) {
      out.writeBoolean(pair != null);
      for (int i = 0; pair != null && i < pair.length; i++) {
        pair[i].save(out);
      }
    }
  }

  @Override
  public void resume(List<Column> given, DataInput in) throws IOException {
    start(given);
    for (Histogram histogram : all) {
      histogram.restore(in);
    }
    for (int pair = 0; pair < pairs.length; pair++) {
      if (in.readBoolean()) {
        pairs[pair] = histograms(Math.min(columnsOfPair, all.length));
        for (Histogram histogram : pairs[pair]) {
          histogram.restore(in);
        }
      }
    }
  }

  private static Histogram[] histograms(int count) {
    Histogram[] histograms = new Histogram[count];
    for (int i = 0; i < count; i++) {
      histograms[i] = new Histogram();
    }
    return histograms;
  }

  @Override
  public void accept(PathBlock block) {
    if (all.length == 0) {
      return;
    }
    for (int row = 0; row < block.size(); row++) {
      Histogram[] pair = pairOf(block.from(row), block.to(row));
      for (int i = 0; i < all.length; i++) {
        double number = block.number(row, columns.get(i));
        all[i].add(number);
        if (i < pair.length) {
          pair[i].add(number);
        }
      }
    }
  }

  private Histogram[] pairOf(int from, int to) {
    if (from < 0 || to < 0 || classes.isEmpty()) {
      return new Histogram[0];
    }
    int pair = classes.get().pairOfRows(from, to);
    if (pairs[pair] == null) {
      pairs[pair] = histograms(Math.min(columnsOfPair, all.length));
    }
    return pairs[pair];
  }

  /**
   * @return the histograms over all paths, one for each column of χ
   */
  public List<FoldingHistogram> all() {
    return histograms(all);
  }

  private List<FoldingHistogram> histograms(Histogram[] counted) {
    return IntStream.range(0, counted.length)
        .mapToObj(i -> FoldingHistogram.of(names.get(i), counted[i]))
        .toList();
  }

  /**
   * @return the document
   */
  public ObjectNode toJson() {
    ObjectNode root = JsonFile.newObject();
    FoldingHistogram.putAll(all(), root);
    ArrayNode byPair = root.putArray("classes");
    for (int pair = 0; pair < pairs.length; pair++) {
      if (pairs[pair] != null) {
        ClassPair labels = classes.orElseThrow().pair(pair);
        for (FoldingHistogram histogram : histograms(pairs[pair])) {
          ObjectNode node = byPair.addObject();
          node.put("from", labels.from()).put("to", labels.to());
          histogram.put(node);
        }
      }
    }
    return root;
  }
}
