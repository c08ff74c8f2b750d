package org.folding.core.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.folding.api.InvalidInputException;

/**
 * What an MNIST study does.
 *
 * @param data the folder of the test set
 * @param models the folder of the networks
 * @param loaderOptions options of their loader, by the keys that a configuration has for them
 * @param paths between which images to walk
 * @param mean what is subtracted from pixels in [0, 1]; empty for nothing
 * @param std what they are divided by after that; empty for nothing
 * @param threads the number of worker threads, at least 1
 * @param output the folder that receives the results
 * @param force whether results of an earlier study may be replaced
 * @param restart whether to begin anew where a stopped study could be continued
 * @param checkpointSeconds how many seconds lie between two checkpoints
 */
public record MnistStudySettings(
    Path data,
    Path models,
    Map<String, String> loaderOptions,
    PathSelection paths,
    List<Double> mean,
    List<Double> std,
    int threads,
    Path output,
    boolean force,
    boolean restart,
    double checkpointSeconds) {

  /** Copies lists and options. */
  public MnistStudySettings {
    loaderOptions = Map.copyOf(loaderOptions);
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (std.contains(0.0)) {
      throw new InvalidInputException("std is 0, but pixels are divided by it");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads);
    }
  }
}
