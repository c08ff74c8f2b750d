package org.folding.core.study;

import java.time.Instant;
import java.util.List;
import org.folding.api.data.Dataset;
import org.folding.core.output.FileHash;
import org.folding.core.output.JsonFile;
import org.folding.core.output.OutputFolder;
import org.folding.core.output.ResultFiles;

/**
 * What an MNIST study found, network by network.
 *
 * @param settings what was done
 * @param started when
 * @param data the files of the test set
 * @param images how many images there are in it
 * @param networks in the order of the study
 */
public record MnistResults(
    MnistStudySettings settings,
    Instant started,
    List<FileHash> data,
    int images,
    List<NetworkResult> networks) {

  /** Copies the lists. */
  public MnistResults {
    data = List.copyOf(data);
    networks = List.copyOf(networks);
  }

  void write(OutputFolder folder, Dataset testSet) {
    JsonFile.write(new MnistJson(this, testSet).toJson(), ResultFiles.STUDY, folder);
    NetworksCsv.write(networks, folder);
  }
}
