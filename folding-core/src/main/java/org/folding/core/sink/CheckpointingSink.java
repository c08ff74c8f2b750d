package org.folding.core.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.folding.api.InvalidInputException;
import org.folding.api.Problem;
import org.folding.core.output.Checkpoint;
import org.folding.core.output.OutputFolder;
import org.folding.core.problem.RunRemedy;
import org.folding.core.statistics.Column;

/**
 * Hands blocks on to sinks and, now and then, puts their state aside in a file, so that a run that
 * is stopped, however hard, can go on from there. What comes out is the same to the last bit as
 * without a stop, because the state of the sinks depends on the paths alone.
 */
public final class CheckpointingSink implements ResultSink {
  private static final double SECOND = 1e9;

  /** Checkpoints may take up to this part of the time; statistics can hold a hundred megabytes. */
  private static final double LARGEST_SHARE = 0.05;

  private final Path file;
  private final Map<String, String> identity;
  private final List<ResumableSink> sinks;
  private final double interval;
  private final boolean whenDone;
  private final LongSupplier nanoTime;
  private final Optional<Checkpoint> resumed;
  private final long started;
  private double next;
  private long done;
  private boolean kept;

  /**
   * @param file where the checkpoint is or is to be; see {@link OutputFolder#checkpoint}
   * @param identity what decides over the numbers of the run, as text by name
   * @param sinks what gets the blocks
   * @param interval how many seconds lie between two checkpoints
   * @param whenDone whether to make a checkpoint at the end too, for a run that is a part of more
   * @param nanoTime a clock
   * @throws InvalidInputException if there is a checkpoint from which this run cannot go on
   */
  public CheckpointingSink(
      Path file,
      Map<String, String> identity,
      List<ResumableSink> sinks,
      double interval,
      boolean whenDone,
      LongSupplier nanoTime) {
    this.file = file;
    // Keeps the order, in which differences are told.
    this.identity = new LinkedHashMap<>(identity);
    this.sinks = List.copyOf(sinks);
    this.interval = interval;
    this.whenDone = whenDone;
    this.nanoTime = nanoTime;
    this.resumed = find();
    this.started = nanoTime.getAsLong();
    this.next = interval;
    this.done = resumed.map(Checkpoint::done).orElse(0L);
    this.kept = resumed.isPresent();
  }

  private Optional<Checkpoint> find() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (Checkpoint.Stored stored = Checkpoint.open(file)) {
      requireSame(stored.checkpoint().identity());
      return Optional.of(stored.checkpoint());
    }
  }

  private void requireSame(Map<String, String> before) {
    List<String> names = new ArrayList<>(before.keySet());
    identity.keySet().stream().filter(name -> !before.containsKey(name)).forEach(names::add);
    List<String> differences =
        names.stream()
            .filter(name -> !before.getOrDefault(name, "").equals(identity.getOrDefault(name, "")))
            .map(
                name ->
                    name
                        + " was "
                        + shortened(before.getOrDefault(name, ""))
                        + " and is "
                        + shortened(identity.getOrDefault(name, "")))
            .toList();
    if (!differences.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(
              "output: "
                  + file.getParent()
                  + " holds the unfinished results of a different run: "
                  + String.join(", ", differences),
              RunRemedy.RESUME_AS_BEGUN,
              RunRemedy.OTHER_OUTPUT,
              RunRemedy.START_OVER));
    }
  }

  private static String shortened(String value) {
    if (value.isEmpty()) {
      return "not set";
    }
    return value.length() <= 40 ? "'" + value + "'" : "'" + value.substring(0, 37) + "...'";
  }

  /**
   * @return how many paths are done already; walk on from there
   */
  public long done() {
    return done;
  }

  /**
   * @return how long the paths took that earlier processes have walked, in seconds
   */
  public double secondsBefore() {
    return resumed.map(Checkpoint::seconds).orElse(0.0);
  }

  @Override
  public void start(List<Column> columns) {
    if (resumed.isEmpty()) {
      sinks.forEach(sink -> sink.start(columns));
      return;
    }
    try (Checkpoint.Stored stored = Checkpoint.open(file)) {
      for (ResumableSink sink : sinks) {
        sink.resume(columns, stored.states());
      }
    } catch (IOException e) {
      throw OutputFolder.unwritable(file, e);
    }
  }

  @Override
  public void accept(PathBlock block) {
    for (ResumableSink sink : sinks) {
      sink.accept(block);
    }
    done += block.size();
    if (seconds() >= next) {
      double before = seconds();
      write();
      kept = true;
      double cost = seconds() - before;
      next = seconds() + Math.max(interval, cost / LARGEST_SHARE);
    }
  }

  /**
   * Called when a run is stopped between two blocks: puts aside what it has done, unless it was so
   * short that there is no checkpoint yet.
   *
   * @return how many paths need not be walked again
   */
  public long keep() {
    if (kept) {
      write();
    }
    return kept ? done : 0;
  }

  private void write() {
    new Checkpoint(identity, done, secondsBefore() + seconds()).write(file, sinks);
  }

  private double seconds() {
    return (nanoTime.getAsLong() - started) / SECOND;
  }

  @Override
  public void finish() {
    if (whenDone) {
      write();
    }
    sinks.forEach(ResultSink::finish);
  }
}
