package org.folding.core.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folding.core.sink.CheckpointingSink;
import org.folding.core.sink.ResultSink;
import org.folding.core.sink.ResumableSink;

/**
 * Where and how often a run puts its state aside.
 *
 * @param file the checkpoint
 * @param identity what decides over the run's numbers, as text by name
 * @param seconds how many seconds lie between two checkpoints
 * @param whenDone whether to make one at the end too
 */
record CheckpointChoice(Path file, Map<String, String> identity, double seconds, boolean whenDone) {

  /**
   * @throws IllegalStateException if a sink cannot be put aside
   */
  CheckpointingSink around(List<ResultSink> sinks) {
    List<ResumableSink> resumable = new ArrayList<>();
    for (ResultSink sink : sinks) {
      if (!(sink instanceof ResumableSink able)) {
        throw new IllegalStateException(
            "a run with a checkpoint cannot have the sink " + sink + ", which cannot be resumed");
      }
      resumable.add(able);
    }
    return new CheckpointingSink(file, identity, resumable, seconds, whenDone, System::nanoTime);
  }
}
