package org.folding.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command line gave.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err what it complained of
 */
record Shell(int code, String out, String err) {
  static Shell run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    int code = FoldingCli.run(new PrintWriter(out), new PrintWriter(err), words);
    return new Shell(code, text(out), text(err));
  }

  private static String text(StringWriter writer) {
    return writer.toString().replace(System.lineSeparator(), "\n");
  }
}
