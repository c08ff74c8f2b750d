package org.folding.core.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The files that a run can write. */
public enum OutputFormat {
  /** {@code paths.csv}, one row a path. */
  CSV,
  /** {@code summary.json}. */
  JSON;

  /**
   * @return the word that users read and write
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(OutputFormat::word).toList();
  }
}
