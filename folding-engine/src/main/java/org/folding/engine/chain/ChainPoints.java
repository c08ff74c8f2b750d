package org.folding.engine.chain;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.folding.api.data.Dataset;

/**
 * Remembers the pre-activations at rows of the data, so that a row that many paths start or end at
 * is evaluated once. Shared by all threads: each slot holds an immutable entry, and a race computes
 * the same numbers twice.
 */
public final class ChainPoints {
  /** A quarter of the heap may be used for this. */
  private static final int SHARE_OF_HEAP = 4;

  private final Chain chain;
  private final Dataset data;
  private final AtomicReferenceArray<Entry> slots;

  private record Entry(int row, ChainPoint point) {}

  public ChainPoints(Chain chain, Dataset data) {
    this.chain = chain;
    this.data = data;
    int stages = chain.stages.size();
    long bytesEach = 144 + 8L * (chain.firstValue(stages) + 2 * stages) + chain.units();
    long fit = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / bytesEach;
    this.slots = new AtomicReferenceArray<>((int) Math.max(2, Math.min(data.rows(), fit)));
  }

  /**
   * @param input scratch of the data's width
   */
  public ChainPoint get(int row, double[] input, double[] scratch, int[] index) {
    int slot = row % slots.length();
    Entry entry = slots.get(slot);
    if (entry == null || entry.row() != row) {
      data.copyRow(row, input, 0);
      entry = new Entry(row, ChainPoint.at(chain, input, scratch, index));
      slots.set(slot, entry);
    }
    return entry.point();
  }
}
