package org.folding.api;

import java.io.Serializable;

/**
 * Something that a user can change to solve a {@link Problem}. Whoever finds a problem names its
 * remedies; whoever shows it says how each is applied there: the command line by its flags, another
 * program by its own parameters. One that knows no better way shows {@link #words()}.
 *
 * <p>Implementations are enums, so that a remedy can be recognised, also in another JVM.
 */
public interface Remedy extends Serializable {

  /**
   * @return what to do, as a command that can follow a semicolon: {@code choose another output
   *     folder}
   */
  String words();
}
