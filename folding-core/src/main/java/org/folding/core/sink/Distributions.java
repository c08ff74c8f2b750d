package org.folding.core.sink;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folding.api.data.Dataset;
import org.folding.api.metric.MetricValue;
import org.folding.core.output.JsonFile;
import org.folding.core.statistics.ClassPair;
import org.folding.core.statistics.Classes;
import org.folding.core.statistics.Column;
import org.folding.core.statistics.Counts;
import org.folding.core.statistics.Histogram;
import org.folding.core.statistics.OpenHistogram;
import org.folding.core.statistics.StatisticsSettings;

/**
 * Gathers what {@code distributions.json} and the networks of a study hold: histograms of the
 * headlines and of what they come to in each layer, over all paths and by ordered pair of labels.
 * Counts add up, so they do not depend on the order of the paths or the cut of the work; the memory
 * depends on the numbers of columns and classes alone.
 */
public final class Distributions implements ResumableSink {

  /** Beyond so many histograms there are none by layer for pairs of classes. */
  private static final int MOST = 20_000;

  private final Optional<Classes> classes;

  /** The columns that are counted, and where they are in a row. */
  private final List<Column> columns = new ArrayList<>();

  private final List<Integer> places = new ArrayList<>();

  /** Which of these columns are counted for pairs of classes, too. */
  private List<Integer> columnsOfPair = List.of();

  private Counts[] all = {};
  private Counts[][] pairs = {};

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
    columns.clear();
    places.clear();
    for (int i = 0; i < given.size(); i++) {
      if (isShown(given.get(i), given)) {
        columns.add(given.get(i));
        places.add(i);
      }
    }
    List<Integer> indices = IntStream.range(0, columns.size()).boxed().toList();
    all = histograms(indices);
    int count = classes.map(Classes::pairs).orElse(0);
    pairs = new Counts[count][];
    columnsOfPair =
        (long) count * columns.size() <= MOST
            ? indices
            : indices.stream().filter(i -> columns.get(i).value().headline()).toList();
  }

  /** Whether a column is a headline, or a headline's of a layer. */
  private static boolean isShown(Column column, List<Column> given) {
    return column.value().headline()
        || given.stream().anyMatch(one -> one.value().headline() && column.isLayerOf(one));
  }

  private Counts[] histograms(List<Integer> indices) {
    return indices.stream().map(i -> histogram(columns.get(i))).toArray(Counts[]::new);
  }

  private static Counts histogram(Column column) {
    MetricValue.Kind kind = column.value().kind();
    return kind == MetricValue.Kind.SHARE
        ? new Histogram()
        : new OpenHistogram(kind == MetricValue.Kind.COUNT);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (Counts histogram : all) {
      histogram.save(out);
    }
    for (Counts[] pair : pairs) {
      out.writeBoolean(pair != null);
      for (int i = 0; pair != null && i < pair.length; i++) {
        pair[i].save(out);
      }
    }
  }

  @Override
  public void resume(List<Column> given, DataInput in) throws IOException {
    start(given);
    for (Counts histogram : all) {
      histogram.restore(in);
    }
    for (int pair = 0; pair < pairs.length; pair++) {
      if (in.readBoolean()) {
        pairs[pair] = histograms(columnsOfPair);
        for (Counts histogram : pairs[pair]) {
          histogram.restore(in);
        }
      }
    }
  }

  @Override
  public void accept(PathBlock block) {
    if (all.length == 0) {
      return;
    }
    for (int row = 0; row < block.size(); row++) {
      for (int i = 0; i < all.length; i++) {
        all[i].add(block.number(row, places.get(i)));
      }
      Counts[] pair = pairOf(block.from(row), block.to(row));
      for (int i = 0; i < pair.length; i++) {
        pair[i].add(block.number(row, places.get(columnsOfPair.get(i))));
      }
    }
  }

  private Counts[] pairOf(int from, int to) {
    if (from < 0 || to < 0 || classes.isEmpty()) {
      return new Counts[0];
    }
    int pair = classes.get().pairOfRows(from, to);
    if (pairs[pair] == null) {
      pairs[pair] = histograms(columnsOfPair);
    }
    return pairs[pair];
  }

  /**
   * @return the histograms over all paths of the columns that give shares, in their order
   */
  public List<FoldingHistogram> all() {
    List<FoldingHistogram> histograms = new ArrayList<>();
    for (int i = 0; i < all.length; i++) {
      if (all[i] instanceof Histogram share) {
        histograms.add(FoldingHistogram.of(columns.get(i).name(), share));
      }
    }
    return histograms;
  }

  /**
   * @return the document
   */
  public ObjectNode toJson() {
    ObjectNode root = JsonFile.newObject();
    FoldingHistogram.putAll(all(), root);
    ArrayNode sharesByPair = root.putArray("classes");
    ObjectNode unbounded = JsonFile.newObject();
    ArrayNode unboundedOfAll = unbounded.putArray("all");
    ArrayNode unboundedByPair = unbounded.putArray("classes");
    for (int i = 0; i < all.length; i++) {
      if (all[i] instanceof OpenHistogram histogram) {
        put(histogram, columns.get(i).name(), unboundedOfAll.addObject());
      }
    }
    for (int pair = 0; pair < pairs.length; pair++) {
      for (int i = 0; pairs[pair] != null && i < pairs[pair].length; i++) {
        int column = columnsOfPair.get(i);
        boolean share = pairs[pair][i] instanceof Histogram;
        ObjectNode node = (share ? sharesByPair : unboundedByPair).addObject();
        ClassPair labels = classes.orElseThrow().pair(pair);
        node.put("from", labels.from()).put("to", labels.to());
        put(pairs[pair][i], all[column], columns.get(column).name(), node);
      }
    }
    if (!unboundedOfAll.isEmpty()) {
      root.set("unbounded", unbounded);
    }
    return root;
  }

  /** Puts the histogram of a pair of classes, in the bins of that of all paths. */
  private static void put(Counts histogram, Counts ofAll, String column, ObjectNode node) {
    if (histogram instanceof OpenHistogram open) {
      put(open.inBinsOf((OpenHistogram) ofAll), column, node);
    } else {
      FoldingHistogram.of(column, (Histogram) histogram).put(node);
    }
  }

  private static void put(OpenHistogram histogram, String column, ObjectNode node) {
    node.put("column", column).put("zeros", histogram.zeros());
    node.put("infinite", histogram.infinite());
    node.put("width", histogram.width()).put("first", histogram.first());
    ArrayNode counts = node.putArray("counts");
    Arrays.stream(histogram.counts()).forEach(counts::add);
  }
}
