package org.folding.core.sink;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.folding.core.statistics.Column;

/**
 * Finds the paths with the greatest numbers in the column that stands for a run, the first
 * headline, or in its first column where no metric has a headline: with space folding the most
 * folded paths. Of paths with the same number the one with more flips comes first, then the one
 * with the lower index, so the order of the work does not matter.
 */
public final class FoldedPaths implements ResumableSink {
  private static final Comparator<FoldedPath> MOST_FOLDED_LAST =
      Comparator.comparingDouble(FoldedPath::value)
          .thenComparingInt(FoldedPath::flips)
          .thenComparing(Comparator.comparingLong(FoldedPath::path).reversed());

  private final int most;
  private final PriorityQueue<FoldedPath> kept = new PriorityQueue<>(MOST_FOLDED_LAST);
  private int column = -1;
  private String name = "";

  /**
   * @param most how many paths are looked for, at least 1
   */
  public FoldedPaths(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most is " + most + " but must be 1 or more");
    }
    this.most = most;
  }

  @Override
  public void start(List<Column> columns) {
    column = columns.isEmpty() ? -1 : Column.headline(columns).map(columns::indexOf).orElse(0);
    name = column < 0 ? "" : columns.get(column).name();
  }

  @Override
  public void accept(PathBlock block) {
    for (int row = 0; row < block.size() && column >= 0; row++) {
      double value = block.number(row, column);
      boolean full = kept.size() == most;
      // Almost all paths end here, without an object made for them.
      if (Double.isNaN(value) || (full && value < kept.element().value())) {
        continue;
      }
      kept.add(
          new FoldedPath(
              block.path(row),
              value,
              block.flips(row),
              block.regions(row),
              block.from(row),
              block.to(row)));
      if (full) {
        kept.remove();
      }
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(kept.size());
    for (FoldedPath path : kept) {
      out.writeLong(path.path());
      out.writeDouble(path.value());
      out.writeInt(path.flips());
      out.writeInt(path.regions());
      out.writeInt(path.from());
      out.writeInt(path.to());
    }
  }

  @Override
  public void resume(List<Column> columns, DataInput in) throws IOException {
    start(columns);
    for (int left = in.readInt(); left > 0; left--) {
      kept.add(
          new FoldedPath(
              in.readLong(),
              in.readDouble(),
              in.readInt(),
              in.readInt(),
              in.readInt(),
              in.readInt()));
    }
  }

  /**
   * @return the name of the column that the paths are compared by
   */
  public String column() {
    return name;
  }

  /**
   * @return the paths found so far, the most folded one first
   */
  public List<FoldedPath> paths() {
    List<FoldedPath> paths = new ArrayList<>(kept);
    paths.sort(MOST_FOLDED_LAST.reversed());
    return List.copyOf(paths);
  }
}
