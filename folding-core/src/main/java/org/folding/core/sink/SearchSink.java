package org.folding.core.sink;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.folding.core.statistics.Column;
import org.folding.engine.path.AdaptiveStatistics;

/** Sums up what the adaptive walks of a run came to, those before a stop as well. */
public final class SearchSink implements ResumableSink {
  private AdaptiveStatistics sums = AdaptiveStatistics.NONE;

  @Override
  public void start(List<Column> columns) {}

  @Override
  public void accept(PathBlock block) {
    sums = sums.plus(block.searched());
  }

  @Override
  public void finish() {}

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(sums.paths());
    out.writeLong(sums.evaluations());
    out.writeLong(sums.multiFlipSteps());
    out.writeLong(sums.openSteps());
    out.writeLong(sums.openPaths());
  }

  @Override
  public void resume(List<Column> columns, DataInput in) throws IOException {
    sums =
        new AdaptiveStatistics(
            in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
  }

  /**
   * @return the sums over all paths so far
   */
  public AdaptiveStatistics statistics() {
    return sums;
  }
}
