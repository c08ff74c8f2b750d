package org.folding.cli;

import com.google.inject.Inject;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What is done when the JVM ends while a command is at work. After a signal, such as Ctrl-C, the
 * command gets time to remove what it has written so far. Where a plugin has called {@link
 * System#exit}, this is told, and the exit code is not the plugin's: a run that wrote nothing would
 * pass for one that succeeded.
 */
final class UntimelyEnd implements Runnable {
  private static final long PATIENCE_SECONDS = 5;

  private final Thread main = Thread.currentThread();
  private final Console console;
  private final CountDownLatch done = new CountDownLatch(1);

  /** For the command that the calling thread is about to execute. */
  @Inject
  UntimelyEnd(Console console) {
    this.console = console;
  }

  /** Begins to watch over the command, until {@link #done} is called. */
  void watch() {
    Runtime.getRuntime().addShutdownHook(new Thread(this, "folding-shutdown"));
  }

  /** The command has told and written all that it had to. */
  void done() {
    done.countDown();
  }

  @Override
  public void run() {
    if (done.getCount() == 0) {
      return;
    }
    Optional<ExitCall> call = ExitCall.find();
    call.ifPresent(this::tell);
    // A call that folding waits for does not come back, so nothing could be removed.
    if (call.isEmpty() || !call.get().isAwaited()) {
      interruptMain();
    }
    if (call.isPresent()) {
      Runtime.getRuntime().halt(FoldingCli.INTERNAL);
    }
  }

  private void tell(ExitCall call) {
    PrintWriter err = console.err();
    if (console.terminal()) {
      err.println(); // a bar may stand in the line
    }
    err.println(call.message());
    err.flush();
  }

  private void interruptMain() {
    main.interrupt();
    try {
      // Not until the thread ends: it waits for this one when it ends the JVM itself.
      done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
