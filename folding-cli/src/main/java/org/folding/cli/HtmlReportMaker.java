package org.folding.cli;

import org.folding.core.output.OutputFolder;
import org.folding.reports.HtmlReport;

/** Makes {@code report.html}. */
final class HtmlReportMaker implements ReportMaker {
  @Override
  public void addTo(OutputFolder folder) {
    HtmlReport.addTo(folder);
  }
}
