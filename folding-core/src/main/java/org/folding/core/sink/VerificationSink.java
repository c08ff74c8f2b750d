package org.folding.core.sink;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.folding.core.statistics.Column;
import org.folding.engine.verify.Verification;
import org.folding.engine.verify.VerifyMode;

/** Sums up what verifying the walks of a run has shown, those before a stop as well. */
public final class VerificationSink implements ResumableSink {
  private Verification sums;

  /**
   * @param mode how walks are verified
   */
  public VerificationSink(VerifyMode mode) {
    this.sums = Verification.none(mode);
  }

  @Override
  public void start(List<Column> columns) {}

  @Override
  public void accept(PathBlock block) {
    block.verified().ifPresent(found -> sums = sums.plus(found));
  }

  @Override
  public void finish() {}

  /** Saves no difference: a run that is checkpointed ends at the first. */
  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(sums.paths());
    out.writeLong(sums.regions());
    out.writeLong(sums.flips());
    out.writeLong(sums.bits());
    out.writeLong(sums.resolved());
    out.writeLong(sums.undecided());
    out.writeDouble(sums.timeError());
  }

  @Override
  public void resume(List<Column> columns, DataInput in) throws IOException {
    sums =
        new Verification(
            sums.mode(),
            in.readLong(),
            in.readLong(),
            in.readLong(),
            in.readLong(),
            in.readLong(),
            in.readLong(),
            0,
            Optional.empty(),
            in.readDouble());
  }

  /**
   * @return the sums over all paths so far
   */
  public Verification verification() {
    return sums;
  }
}
