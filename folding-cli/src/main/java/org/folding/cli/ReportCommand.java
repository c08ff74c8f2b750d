package org.folding.cli;

import java.nio.file.Path;
import org.folding.core.output.ResultFiles;
import org.folding.reports.HtmlReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code folding report}. */
@Command(
    name = "report",
    description =
        "Makes the HTML report of results that are there, from their files and without walking.",
    footer = {"", "A run makes its report itself with output.formats=html."})
final class ReportCommand extends ConsoleCommand {
  @Parameters(
      paramLabel = "RESULTS",
      description = "The folder with the results of a run or a study.")
  private Path results;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to write; by default report.html in that folder.")
  private Path output;

  @Option(
      names = "--force",
      description = "Replaces a file that exists; a report of folding is replaced without.")
  private boolean force;

  ReportCommand(Console console) {
    super(console);
  }

  @Override
  void execute() {
    Path file = output == null ? results.resolve(ResultFiles.REPORT) : output;
    HtmlReport report = HtmlReport.of(results);
    boolean isReport = HtmlReport.isReport(file);
    NewFile target = new NewFile(file, force || isReport);
    if (!isReport) {
      target.requireNotIn(results);
    }
    target.write(report::write);
    out().println(file + " shows the results in " + results);
  }
}
