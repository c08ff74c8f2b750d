package org.folding.cli;

import com.google.inject.Injector;
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
    // Guice would make classes at run time to save calls by reflection, and look where in the
    // source
    // each binding stands. Both take longer here than they save.
    System.setProperty("guice_bytecode_gen_option", "DISABLED");
    System.setProperty("guice_custom_class_loading", "OFF");
    System.setProperty("guice_include_stack_traces", "OFF");
    Charset charset = Charset.defaultCharset();
    StandardOutput standard = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintWriter out = new PrintWriter(standard, true, charset);
    PrintWriter err = new PrintWriter(System.err, true, charset);
    Console console = new Console(out, err, Terminal.detect());
    Injector injector = Wiring.injector(console);
    UntimelyEnd end = injector.getInstance(UntimelyEnd.class);
    end.watch();
    int code;
    try {
      code = injector.getInstance(FoldingCli.class).run(args);
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
