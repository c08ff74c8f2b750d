package org.folding.cli;

import java.io.PrintWriter;
import java.util.Objects;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err problems and progress
 * @param terminal whether {@code err} is a terminal, so that a line can be drawn again
 */
record Console(PrintWriter out, PrintWriter err, boolean terminal) {
  Console {
    Objects.requireNonNull(out, "out is null");
    Objects.requireNonNull(err, "err is null");
  }
}
