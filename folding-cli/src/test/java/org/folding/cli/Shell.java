package org.folding.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;

/**
 * What a command line gave.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err what it complained of
 */
record Shell(int code, String out, String err) {
  private static final Pattern PROGRESS =
      Pattern.compile("(?m)^[0-9]+ of [0-9]+ paths, [^\n]* paths/s, [^\n]* left\n");

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

  /**
   * What it complained of, without how far it had come. A run of five seconds or more tells that
   * now and then, and on a busy machine every run may take so long.
   */
  String complaints() {
    return PROGRESS.matcher(err).replaceAll("");
  }

  private static String text(StringWriter writer) {
    return writer.toString().replace(System.lineSeparator(), "\n");
  }
}
