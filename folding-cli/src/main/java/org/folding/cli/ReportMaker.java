package org.folding.cli;

import org.folding.core.output.OutputFolder;

/** Makes a report of the files that a run or a study has written. */
interface ReportMaker {

  /**
   * @param folder the files that are written by then; receives the report
   */
  void addTo(OutputFolder folder);
}
