package org.folding.cli;

import com.google.inject.Inject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.folding.api.metric.Phrase;
import org.folding.core.config.OutputFormat;
import org.folding.core.config.RunConfiguration;
import org.folding.core.output.ResultFiles;
import org.folding.core.sink.RunSummary;
import org.folding.core.statistics.ColumnStatistics;
import org.folding.core.statistics.PathStatistics;
import org.folding.core.statistics.Statistics;
import org.folding.engine.path.AdaptiveStatistics;
import org.folding.reports.Decimals;

/** Prints what a run found. */
final class RunReport {
  private static final int MOST_COLUMNS = 24;

  private final PrintWriter out;

  @Inject
  RunReport(Console console) {
    this.out = console.out();
  }

  void print(RunSummary summary, RunConfiguration configuration) {
    PathStatistics statistics = summary.statistics();
    long paths = statistics.paths();
    int layers = summary.units().layers().size();
    Table table = new Table();
    table
        .add("model", configuration.model().source().text())
        .add("paths", paths + " (" + configuration.paths().factory().name() + "), " + walk(summary))
        .add("counted", summary.units().bits() + " units in " + plural(layers, "layer"));
    summary.adaptive().ifPresent(adaptive -> table.add("search", search(adaptive)));
    statistics.headline().ifPresent(headline -> headline(headline, table));
    table.add(
        "time",
        Decimals.duration(summary.walkSeconds())
            + ", "
            + Decimals.rate(paths / summary.walkSeconds())
            + " paths/s");
    summary.verification().ifPresent(found -> verification(new VerificationText(found), table));
    table.print(out);
    out.println();
    columns(statistics);
    out.println();
    out.println("results  " + files(configuration));
  }

  private static void verification(VerificationText text, Table table) {
    table.add("verified", text.verdict());
    table.add("", text.checked());
    text.remarks().forEach(remark -> table.add("", remark));
  }

  private static String walk(RunSummary summary) {
    String mode = summary.walk().mode().word() + " walk";
    return switch (summary.walk().mode()) {
      case EXACT -> mode;
      case SAMPLED -> mode + " with " + summary.walk().samples() + " points";
      case ADAPTIVE ->
          mode + " with up to " + summary.walk().limits().evaluations() + " evaluations";
    };
  }

  /** What an adaptive walk may have left out. */
  private static String search(AdaptiveStatistics adaptive) {
    return Decimals.fixed(adaptive.evaluationsEachPath(), 1)
        + " evaluations a path, cut short on "
        + adaptive.openPaths()
        + " of "
        + adaptive.paths()
        + "; steps of several flips left: "
        + adaptive.multiFlipSteps()
        + (adaptive.openSteps() == 0 ? "" : ", " + adaptive.openSteps() + " of them cut short");
  }

  /** On how many paths the number that stands for the run is not 0. */
  private static void headline(ColumnStatistics entry, Table table) {
    String share = Decimals.percent(entry.statistics().shareNonzero()) + " of the paths";
    String nonzero = entry.column().value().phrases().get(Phrase.NONZERO);
    if (nonzero == null) {
      table.add(entry.column().symbol(), "not 0 on " + share);
    } else {
      table.add(nonzero, share);
    }
  }

  private void columns(PathStatistics statistics) {
    List<ColumnStatistics> columns = statistics.columns();
    List<ColumnStatistics> shown = columns.subList(0, Math.min(MOST_COLUMNS, columns.size()));
    // Where each number is defined on all paths, their number stands above the table.
    boolean partly =
        shown.stream().anyMatch(entry -> entry.statistics().count() < statistics.paths());
    Table table =
        partly
            ? new Table("", "paths", "mean", "median", "max", "nonzero")
            : new Table("", "mean", "median", "max", "nonzero");
    for (ColumnStatistics entry : shown) {
      Statistics numbers = entry.statistics();
      List<String> cells = new ArrayList<>();
      cells.add(entry.column().name());
      if (partly) {
        cells.add(Long.toString(numbers.count()));
      }
      cells.add(Decimals.text(numbers.mean()));
      cells.add(Decimals.text(numbers.median()));
      cells.add(Decimals.text(numbers.max()));
      cells.add(Decimals.percent(numbers.shareNonzero()));
      table.add(cells.toArray(String[]::new));
    }
    table.print(out);
    if (columns.size() > MOST_COLUMNS) {
      out.println("... and " + (columns.size() - MOST_COLUMNS) + " more");
    }
    if (partly) {
      out.println();
      out.println("paths: on which the number is defined; the others, nonzero too, are over these");
    }
  }

  private static String files(RunConfiguration configuration) {
    Path folder = configuration.output().folder();
    return configuration.output().formats().stream()
        .map(format -> folder.resolve(fileOf(format)).toString())
        .collect(Collectors.joining(", "));
  }

  private static String fileOf(OutputFormat format) {
    return switch (format) {
      case CSV -> ResultFiles.CSV;
      case PARQUET -> ResultFiles.PARQUET;
      case NPZ -> ResultFiles.NPZ;
      case JSON -> ResultFiles.SUMMARY;
      case HTML -> ResultFiles.REPORT;
    };
  }

  private static String plural(int number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }
}
