package org.folding.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.folding.api.FoldingException;
import org.folding.api.InvalidInputException;
import org.folding.api.data.Dataset;
import org.folding.api.metric.MetricContext;
import org.folding.api.model.Model;
import org.folding.api.path.PathGenerator;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.core.config.MetricChoice;
import org.folding.core.sink.PathBlock;
import org.folding.core.sink.ResultSink;
import org.folding.core.statistics.Column;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.path.Walker;
import org.folding.engine.verify.VerifyMode;

/**
 * Walks and measures all paths. Workers take blocks of consecutive paths; sinks get the blocks in
 * the order of the paths, so nothing depends on the number of threads. At no time are there more
 * than a few blocks for each thread in memory.
 */
final class Pipeline {
  private static final int LARGEST_BLOCK = 256;
  private static final int BLOCKS_PER_THREAD = 4;

  /** How many paths a walker is told in advance. */
  private static final int AHEAD = 32;

  private final WalkerFactory walkers;
  private final PathGenerator paths;
  private final PathCheck check;
  private final List<MetricChoice> metrics;
  private final MetricContext context;
  private final Optional<WalkCheck> walkCheck;
  private final int threads;

  /**
   * @param model the model; must stay open
   * @param data the data, if the run has any
   * @param paths the paths
   * @param walk how to walk
   * @param metrics what to measure, in the order of the columns
   * @param verify how to verify the walks, if they are to be
   * @param goOn whether to go on after a walk that is wrong
   * @param threads the number of worker threads, at least 1
   * @throws InvalidInputException if the model cannot be walked as asked
   */
  Pipeline(
      Model model,
      Optional<Dataset> data,
      PathGenerator paths,
      WalkSettings walk,
      List<MetricChoice> metrics,
      Optional<VerifyMode> verify,
      boolean goOn,
      int threads) {
    ModelCheck.check(model);
    this.walkers = new WalkerFactory(model, data, walk);
    this.paths = paths;
    this.check = new PathCheck(model.inputShape().size(), data.map(Dataset::rows).orElse(0));
    this.metrics = List.copyOf(metrics);
    this.context = new MetricContext(walkers.units(), walk.mode(), data);
    this.walkCheck = verify.map(mode -> new WalkCheck(mode, model, units(), data, goOn));
    this.threads = threads;
  }

  CountedUnits units() {
    return walkers.units();
  }

  /** Whether exact walks are made in rational arithmetic. */
  boolean isRational() {
    return walkers.isRational();
  }

  /**
   * @return how many paths there are
   * @throws InvalidInputException if there is none
   */
  long count() {
    long count = paths.count();
    if (count < 1) {
      throw new InvalidInputException("paths: there is none to walk, but a run needs one or more");
    }
    return count;
  }

  /**
   * Walks and measures consecutive paths. What a component throws comes out of this call, the
   * failure of the first path that fails.
   *
   * @param start the first path
   * @param end the one after the last; the same where there is nothing left to do
   * @throws RunInterruptedException if the thread is interrupted
   */
  void run(long start, long end, List<ResultSink> sinks, ProgressListener listener) {
    long count = end - start;
    long fair = 1 + (count - 1) / ((long) threads * BLOCKS_PER_THREAD);
    int blockSize = (int) Math.max(1, Math.min(LARGEST_BLOCK, fair));
    long blocks = (count + blockSize - 1) / blockSize;
    BlockWindow window = new BlockWindow(blocks, threads * BLOCKS_PER_THREAD);
    List<Column> columns = Worker.columns(metrics, context);
    sinks.forEach(sink -> sink.start(columns));
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, blocks); i++) {
      Thread worker =
          new Thread(() -> work(window, start, end, blockSize, columns), "folding-walker-" + i);
      worker.setDaemon(true);
      workers.add(worker);
    }
    listener.started(count());
    if (start > 0) {
      listener.resumed(start);
    }
    workers.forEach(Thread::start);
    try {
      deliver(window, blocks, start, sinks, listener);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunInterruptedException(e);
    } catch (BlockWindow.WorkerFailure e) {
      throw rethrown(e.getCause());
    } finally {
      window.stop();
      joinAll(workers);
      listener.ended();
    }
  }

  /**
   * Walks some of the paths again, one after the other.
   *
   * @param indices which
   * @param visitor is told the place of each in the list and its walk, valid during the call
   */
  void walk(List<Long> indices, BiConsumer<Integer, Walk> visitor) {
    try (Walker walker = walkers.newWalker()) {
      for (int i = 0; i < indices.size(); i++) {
        visitor.accept(i, walker.walk(paths.path(indices.get(i))));
      }
    }
  }

  private static void deliver(
      BlockWindow window,
      long blocks,
      long start,
      List<ResultSink> sinks,
      ProgressListener listener)
      throws InterruptedException, BlockWindow.WorkerFailure {
    long done = start;
    for (long i = 0; i < blocks; i++) {
      PathBlock block = window.take();
      for (ResultSink sink : sinks) {
        sink.accept(block);
      }
      done += block.size();
      listener.advanced(done);
    }
    sinks.forEach(ResultSink::finish);
  }

  /** What each thread does. Whatever is thrown must reach the reader, or it would wait for ever. */
  private void work(BlockWindow window, long start, long end, int blockSize, List<Column> columns) {
    long current = -1;
    try (Worker worker = new Worker(paths, check, walkers, metrics, context, columns, walkCheck)) {
      for (current = window.claim(); current >= 0; current = window.claim()) {
        long first = start + current * blockSize;
        int size = (int) Math.min(blockSize, end - first);
        PathBlock block = new PathBlock(first, size, columns.size());
        for (int i = 0; i < size && !window.abandoned(current); i++) {
          if (i % AHEAD == 0) {
            worker.expect(first + i, first + Math.min(size, i + AHEAD));
          }
          worker.measure(first + i, block);
        }
        worker.complete(block);
        window.complete(current, block);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      window.fail(current, e);
    } catch (Throwable e) {
      window.fail(current, e);
    }
  }

  /** Waits for the workers, which hold the model; an interruption is kept for later. */
  private static void joinAll(List<Thread> workers) {
    boolean interrupted = false;
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof InvalidInputException invalid) {
      return invalid;
    }
    if (cause instanceof FoldingException known) {
      return known;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new FoldingException("a run failed: " + cause, cause);
  }
}
