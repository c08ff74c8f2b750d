package org.folding.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts folding as a program. */
public final class Main {
  private static final long PATIENCE_MILLIS = 5000;

  private Main() {}

  /**
   * @param args the command line
   */
  public static void main(String[] args) {
    // Pictures are drawn into files; no display is asked for.
    System.setProperty("java.awt.headless", "true");
    AtomicBoolean running = new AtomicBoolean(true);
    interruptWhenKilled(Thread.currentThread(), running);
    Charset charset = Charset.defaultCharset();
    StandardOutput standard = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintWriter out = new PrintWriter(standard, true, charset);
    PrintWriter err = new PrintWriter(System.err, true, charset);
    int code = new FoldingCli(new Console(out, err, Terminal.detect())).run(args);
    out.flush();
    Optional<String> problem = standard.problem();
    if (code == FoldingCli.OK && problem.isPresent()) {
      err.println(problem.get());
      code = FoldingCli.USER;
    }
    err.flush();
    running.set(false);
    System.exit(code);
  }

  /** On Ctrl-C the run gets time to remove what it has written so far. */
  private static void interruptWhenKilled(Thread main, AtomicBoolean running) {
    Runnable hook =
        () -> {
          if (running.get()) {
            main.interrupt();
            try {
              main.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    Runtime.getRuntime().addShutdownHook(new Thread(hook, "folding-shutdown"));
  }
}
