package org.folding.cli;

import java.nio.file.Path;
import org.folding.core.output.ResultFiles;
import picocli.CommandLine.Option;

/** Where a study writes. */
final class StudyOutput {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "The folder that receives the results; by default 'study-' and the study.")
  private Path folder;

  @Option(names = "--force", description = "Replaces the results of an earlier study.")
  private boolean force;

  Path folder(String study) {
    return folder == null ? Path.of("study-" + study) : folder;
  }

  boolean force() {
    return force;
  }

  /** The files to look at first. */
  String files(String study) {
    return folder(study).resolve(ResultFiles.STUDY)
        + ", "
        + folder(study).resolve(ResultFiles.REPORT);
  }
}
