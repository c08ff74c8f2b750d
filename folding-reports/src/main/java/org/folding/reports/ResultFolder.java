package org.folding.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.folding.api.InvalidInputException;
import org.folding.core.output.OutputFolder;
import org.folding.core.output.ResultFiles;

/**
 * The documents in a results folder; those that it lacks are missing nodes.
 *
 * @param summary of a run
 * @param distributions of a run
 * @param walks of a run
 * @param study of a study
 */
record ResultFolder(JsonNode summary, JsonNode distributions, JsonNode walks, JsonNode study) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static ResultFolder read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(
          Files.exists(folder)
              ? folder + " is a file; name the folder that holds the results of a run"
              : "folder " + folder + " does not exist");
    }
    return read(folder, name -> Optional.of(folder.resolve(name)).filter(Files::exists));
  }

  /** Reads what a run or a study has written, before it appears. */
  static ResultFolder read(OutputFolder folder) {
    return read(folder.path(), folder::written);
  }

  private static ResultFolder read(Path folder, Function<String, Optional<Path>> files) {
    ResultFolder results =
        new ResultFolder(
            document(
                files.apply(ResultFiles.SUMMARY),
                List.of("/paths", "/walk/mode", "/metrics"),
                "a run"),
            document(files.apply(ResultFiles.DISTRIBUTIONS), List.of("/bins", "/all"), "a run"),
            document(files.apply(ResultFiles.WALKS), List.of("/by", "/layers", "/walks"), "a run"),
            document(files.apply(ResultFiles.STUDY), List.of("/networks"), "a study"));
    if (results.summary.isMissingNode() && results.study.isMissingNode()) {
      throw new InvalidInputException(
          "folder "
              + folder
              + " holds neither "
              + ResultFiles.SUMMARY
              + " of a run nor "
              + ResultFiles.STUDY
              + " of a study; a run writes the first with output.formats=json or html");
    }
    return results;
  }

  private static JsonNode document(Optional<Path> there, List<String> required, String origin) {
    if (there.isEmpty()) {
      return MissingNode.getInstance();
    }
    Path file = there.get();
    JsonNode document;
    try {
      document = MAPPER.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          file + " is damaged: line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw new InvalidInputException(file + " cannot be read: " + e.getMessage(), e);
    }
    for (String pointer : required) {
      if (document.at(pointer).isMissingNode()) {
        throw new InvalidInputException(
            file + " is not what " + origin + " writes: it has no '" + pointer.substring(1) + "'");
      }
    }
    return document;
  }
}
