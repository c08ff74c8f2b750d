package org.folding.core.config;

import java.util.Locale;

/** The files that a run can write. */
public enum OutputFormat {
  /** {@code paths.csv}, one row a path. */
  CSV,
  /** {@code paths.parquet}, one row a path. */
  PARQUET,
  /** {@code paths.npz}, one array a column. */
  NPZ,
  /** {@code summary.json}, {@code distributions.json} and {@code walks.json}. */
  JSON,
  /** {@code report.html}, which the command line makes of the files of {@link #JSON}. */
  HTML;

  /**
   * @return the word that users read and write
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
