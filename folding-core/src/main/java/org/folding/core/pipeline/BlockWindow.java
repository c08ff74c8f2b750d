package org.folding.core.pipeline;

import org.folding.core.sink.PathBlock;

/**
 * Hands out the numbers of blocks to workers and takes the finished blocks back in order. Only as
 * many blocks are out at a time as there are places, so a slow reader holds the workers up instead
 * of filling the memory.
 *
 * <p>Of several failures the one of the lowest block is told, whichever worker was faster: blocks
 * are claimed in order, so every block before a failed one is already being worked on.
 */
final class BlockWindow {
  private static final long NONE = -1;

  private final long blocks;
  private final PathBlock[] places;
  private long claimed;
  private long taken;
  private Throwable failure;
  private volatile long failedBlock = Long.MAX_VALUE;
  private volatile boolean stopped;

  BlockWindow(long blocks, int places) {
    this.blocks = blocks;
    this.places = new PathBlock[places];
  }

  /** The number of the next block, or −1 where nothing is left to do. */
  synchronized long claim() throws InterruptedException {
    while (open() && claimed >= taken + places.length) {
      wait();
    }
    return open() ? claimed++ : NONE;
  }

  private boolean open() {
    return !stopped && claimed < blocks && failedBlock == Long.MAX_VALUE;
  }

  /** Whether a block need not be finished. */
  boolean abandoned(long block) {
    return stopped || block > failedBlock;
  }

  synchronized void complete(long block, PathBlock rows) {
    places[(int) (block % places.length)] = rows;
    notifyAll();
  }

  /** Reports a failure in a block, or, with −1, of a worker before its first block. */
  synchronized void fail(long block, Throwable cause) {
    if (failure == null || block < failedBlock) {
      failure = cause;
      failedBlock = block;
    }
    notifyAll();
  }

  /** Waits for the next block in order, of which there must be one. */
  synchronized PathBlock take() throws InterruptedException, WorkerFailure {
    // A reader that is slower than the workers never waits below, and must end all the same.
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    int place = (int) (taken % places.length);
    while (places[place] == null && taken < Math.min(blocks, failedBlock)) {
      wait();
    }
    if (taken >= failedBlock) {
      throw new WorkerFailure(failure);
    }
    PathBlock block = places[place];
    places[place] = null;
    taken++;
    notifyAll();
    return block;
  }

  /** Makes the workers end soon. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /** Carries what a worker threw to the reader. */
  static final class WorkerFailure extends Exception {
    private static final long serialVersionUID = 1L;

    WorkerFailure(Throwable cause) {
      super(cause);
    }
  }
}
