package org.folding.cli;

import java.util.List;
import org.folding.core.study.CantorNetResult;
import org.folding.core.study.CantorNetStudy;
import org.folding.reports.Decimals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code folding study cantornet}. */
@Command(
    name = "cantornet",
    description =
        "Measures how CantorNet A, B and C fold the line from (0, 0.75) to (1, 0.75), exactly and"
            + " through the 11 points of the paper.")
final class CantorNetStudyCommand extends ConsoleCommand {
  private static final String NAME = "cantornet";

  @Option(
      names = "--depth",
      paramLabel = "K",
      defaultValue = "6",
      description = "The greatest number of recursions; by default 6. A goes to 14, B and C to 12.")
  private int depth;

  @Mixin private StudyOutput output;

  private final ReportMakers reports;

  CantorNetStudyCommand(Console console, ReportMakers reports) {
    super(console);
    this.reports = reports;
  }

  @Override
  void execute() {
    NumberRange.require("--depth", depth, 1, CantorNetStudy.GREATEST_DEPTH);
    List<CantorNetResult> results =
        CantorNetStudy.execute(depth, output.folder(NAME), output.force(), reports.all());
    out().println("CantorNet along the line from (0, 0.75) to (1, 0.75)");
    out().println();
    Table table =
        new Table(
            "network", "units", "hidden", "regions", "r1", "r2", "χ", "closed", "all", "11 points");
    for (CantorNetResult result : results) {
      table.add(
          result.name(),
          Integer.toString(result.allUnits()),
          Integer.toString(result.hiddenUnits()),
          Integer.toString(result.exact().regions()),
          Integer.toString(result.exact().range()),
          Integer.toString(result.exact().total()),
          Decimals.text(result.exact().folding()),
          result.closedForm().isPresent() ? Decimals.text(result.closedForm().getAsDouble()) : "",
          Decimals.text(result.exactAll().folding()),
          Decimals.text(result.sampledAll().folding()));
    }
    table.print(out());
    out().println();
    out().println("regions, r1, r2, χ: of the exact walk, hidden units counted");
    out().println("closed: 1 - k/(2^k - 1); all: χ of the exact walk, all units counted");
    out().println("11 points: the same of a walk that is sampled as in the paper");
    out().println("results  " + output.files(NAME));
  }
}
