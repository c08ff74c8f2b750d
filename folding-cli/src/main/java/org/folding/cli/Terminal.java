package org.folding.cli;

/** Whether the program talks to a person. */
final class Terminal {
  /** Set by the launcher, as the JDK cannot tell one stream from the others. */
  private static final String PROPERTY = "folding.terminal";

  private Terminal() {}

  static boolean detect() {
    return Boolean.getBoolean(PROPERTY);
  }
}
