package org.folding.cli;

import com.google.inject.Inject;
import java.util.function.LongSupplier;
import org.folding.cli.ConsoleModule.NanoTime;
import org.folding.core.pipeline.ProgressListener;
import org.folding.reports.Decimals;

/**
 * Shows how far a run has come: on a terminal as a bar that is drawn again, elsewhere as a line now
 * and then. A run of less than a second shows nothing.
 */
final class Progress implements ProgressListener {
  private static final double SECOND = 1e9;
  private static final double FIRST_AFTER = 1;
  private static final double BETWEEN_BARS = 0.1;
  private static final double BETWEEN_LINES = 5;
  private static final int BAR = 24;

  private final Console console;
  private final LongSupplier nanoTime;
  private final double between;
  private long paths;
  private Pace pace = new Pace(0);
  private long start;
  private double next;
  private int drawn;

  @Inject
  Progress(Console console, @NanoTime LongSupplier nanoTime) {
    this.console = console;
    this.nanoTime = nanoTime;
    this.between = console.terminal() ? BETWEEN_BARS : BETWEEN_LINES;
  }

  @Override
  public void started(long total) {
    paths = total;
    pace = new Pace(0);
    start = nanoTime.getAsLong();
    next = console.terminal() ? FIRST_AFTER : BETWEEN_LINES;
  }

  @Override
  public void resumed(long done) {
    pace = new Pace(done);
    console
        .err()
        .println(
            "going on where the run was stopped: " + done + " of " + paths + " paths are done");
    console.err().flush();
  }

  @Override
  public void advanced(long done) {
    double seconds = (nanoTime.getAsLong() - start) / SECOND;
    pace.add(seconds, done);
    if (seconds >= next) {
      next = seconds + between;
      show(done);
    }
  }

  @Override
  public void ended() {
    if (drawn > 0) {
      console.err().print("\r" + " ".repeat(drawn) + "\r");
      console.err().flush();
      drawn = 0;
    }
  }

  private void show(long done) {
    double share = (double) done / paths;
    double rate = pace.rate();
    String text =
        done
            + " of "
            + paths
            + " paths, "
            + Decimals.rate(rate)
            + " paths/s, "
            + Decimals.duration((paths - done) / rate)
            + " left";
    if (!console.terminal()) {
      console.err().println(text);
    } else {
      int full = (int) (share * BAR);
      String line = "[" + "#".repeat(full) + " ".repeat(BAR - full) + "] " + text;
      console.err().print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
      drawn = line.length();
    }
    console.err().flush();
  }
}
