package org.folding.core.pipeline;

import java.util.List;
import java.util.Optional;
import org.folding.api.data.Dataset;
import org.folding.api.model.Model;
import org.folding.core.output.JsonFile;
import org.folding.core.output.OutputFolder;
import org.folding.core.output.ResultFiles;
import org.folding.core.sink.Distributions;
import org.folding.core.sink.FoldedPath;
import org.folding.core.sink.FoldedPaths;
import org.folding.core.sink.WalksJson;
import org.folding.core.statistics.StatisticsSettings;

/**
 * What reports show of a run beyond its summary: distributions, and the walks of its most folded
 * paths. These are walked a second time when the run has ended, which is cheap and keeps walks out
 * of what the workers hand over.
 */
final class ReportData {
  private static final int WALKS = 12;

  private final Optional<Dataset> data;
  private final Model model;
  private final Distributions distributions;
  private final FoldedPaths folded = new FoldedPaths(WALKS);
  private Optional<WalksJson> walks = Optional.empty();

  ReportData(Model model, Optional<Dataset> data, StatisticsSettings settings) {
    this.model = model;
    this.data = data;
    this.distributions = new Distributions(data, settings);
  }

  /** Has a run hand over what is needed. */
  void gatherFrom(Folding run) {
    run.sink(distributions).sink(folded).afterwards(this::walk);
  }

  private void walk(Pipeline pipeline) {
    WalksJson json = new WalksJson(folded.column(), pipeline.units(), data, model.inputShape());
    List<FoldedPath> paths = folded.paths();
    pipeline.walk(
        paths.stream().map(FoldedPath::path).toList(),
        (number, walk) -> json.add(paths.get(number), walk));
    walks = Optional.of(json);
  }

  /** Writes the files, after the run. */
  void write(OutputFolder folder) {
    JsonFile.write(distributions.toJson(), ResultFiles.DISTRIBUTIONS, folder);
    JsonFile.write(walks.orElseThrow().toJson(), ResultFiles.WALKS, folder);
  }
}
