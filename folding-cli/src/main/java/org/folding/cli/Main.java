package org.folding.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;

/** Starts folding as a program. */
public final class Main {
  private Main() {}

  /**
   * @param args the command line
   */
  public static void main(String[] args) {
    // Pictures are drawn into files; no display is asked for.
    System.setProperty("java.awt.headless", "true");
    Charset charset = Charset.defaultCharset();
    StandardOutput standard = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintWriter out = new PrintWriter(standard, true, charset);
    PrintWriter err = new PrintWriter(System.err, true, charset);
    Console console = new Console(out, err, Terminal.detect());
    UntimelyEnd end = UntimelyEnd.watch(console);
    int code;
    try {
      code = new FoldingCli(console).run(args);
      out.flush();
      Optional<String> problem = standard.problem();
      if (code == FoldingCli.OK && problem.isPresent()) {
        err.println(problem.get());
        code = FoldingCli.USER;
      }
      err.flush();
    } finally {
      end.done();
    }
    System.exit(code);
  }
}
