package org.folding.core.output;

import java.util.List;

/** The names of all files that a run or a study may write. */
public final class ResultFiles {
  /** The rows of a run as text. */
  public static final String CSV = "paths.csv";

  /** The rows of a run as arrays of NumPy. */
  public static final String NPZ = "paths.npz";

  /** The rows of a run as Apache Parquet. */
  public static final String PARQUET = "paths.parquet";

  /** Statistics of a run, and what they were made from. */
  public static final String SUMMARY = "summary.json";

  /** Histograms of a run. */
  public static final String DISTRIBUTIONS = "distributions.json";

  /** How the most folded paths of a run go. */
  public static final String WALKS = "walks.json";

  /** What a study found. */
  public static final String STUDY = "study.json";

  /** The networks of a study as a table. */
  public static final String NETWORKS = "networks.csv";

  /** How folding grows along paths, as a table. */
  public static final String CURVES = "curves.csv";

  /** The file for people, which is made of the others. */
  public static final String REPORT = "report.html";

  static final List<String> ALL =
      List.of(CSV, NPZ, PARQUET, SUMMARY, DISTRIBUTIONS, WALKS, STUDY, NETWORKS, CURVES, REPORT);

  private ResultFiles() {}
}
