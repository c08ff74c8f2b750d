package org.folding.core.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folding.core.output.OutputFolder;
import org.folding.core.output.ResultFiles;

/** Collects {@code curves.csv}: one row for each time at which the pattern of a walk changes. */
final class CurvesCsv {
  private final StringBuilder lines = new StringBuilder("name,walk,count,t,folding\n");

  /** Adds a curve, with the point (0, 0) that it starts from. */
  void add(String name, String walk, String count, FoldingCurve curve) {
    addRow(name, walk, count, 0, 0);
    for (int i = 0; i < curve.times().size(); i++) {
      addRow(name, walk, count, curve.times().get(i), curve.foldings().get(i));
    }
  }

  private void addRow(String name, String walk, String count, double time, double folding) {
    lines
        .append(name)
        .append(',')
        .append(walk)
        .append(',')
        .append(count)
        .append(',')
        .append(time)
        .append(',')
        .append(folding)
        .append('\n');
  }

  void write(OutputFolder folder) {
    Path file = folder.partial(ResultFiles.CURVES);
    try {
      Files.writeString(file, lines);
    } catch (IOException e) {
      throw OutputFolder.unwritable(file, e);
    }
  }
}
