package org.folding.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Model;
import org.folding.core.data.ArrayDataset;
import org.folding.core.data.DataFiles;
import org.folding.core.data.DataOptions;
import org.folding.core.data.RowFit;
import picocli.CommandLine.Option;

/** The data that a command takes inputs from. The options are named like properties of a run. */
final class DataArguments {
  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "The inputs, one a row: IDX, .npy, .npz or .csv, also gzip-compressed.")
  private Path data;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "The labels of the rows, in a file of their own.")
  private Path labels;

  @Option(
      names = "--labels-column",
      paramLabel = "NAME",
      description = "The column of a .csv data file that holds the labels.")
  private String labelsColumn;

  @Option(
      names = "--labels-member",
      paramLabel = "NAME",
      description = "The member of an .npz file that holds the labels.")
  private String labelsMember;

  @Option(
      names = "--member",
      paramLabel = "NAME",
      description = "The member of an .npz data file that holds the inputs.")
  private String member;

  @Option(
      names = "--scale",
      paramLabel = "NUMBER",
      description = "What values are multiplied by; by default bytes are brought to [0, 1].")
  private Double scale;

  @Option(
      names = "--mean",
      paramLabel = "NUMBERS",
      split = ",",
      description = "What is subtracted after scaling: one number, or one a channel or column.")
  private List<Double> mean = List.of();

  @Option(
      names = "--std",
      paramLabel = "NUMBERS",
      split = ",",
      description = "What is divided by after that, likewise.")
  private List<Double> std = List.of();

  /**
   * Reads the data.
   *
   * @return the data, whose rows are inputs of the model; empty if none are given
   */
  Optional<ArrayDataset> read(Model model) {
    if (data == null) {
      requireNoOthers();
      return Optional.empty();
    }
    for (Path file : files()) {
      if (!Files.isRegularFile(file)) {
        throw new InvalidInputException(
            (file.equals(data) ? "--data" : "--labels") + ": file " + file + " does not exist");
      }
    }
    if (scale != null && (!Double.isFinite(scale) || scale == 0)) {
      throw new InvalidInputException("--scale is " + scale + " but must be finite and not 0");
    }
    if (std.contains(0.0)) {
      throw new InvalidInputException("--std holds 0, but values are divided by it");
    }
    ArrayDataset rows = DataFiles.read(data, options());
    RowFit.require(rows, model);
    return Optional.of(rows);
  }

  /**
   * @return the files that are read
   */
  List<Path> files() {
    return Stream.of(data, labels).filter(Objects::nonNull).toList();
  }

  private DataOptions options() {
    return new DataOptions(
        scale == null ? OptionalDouble.empty() : OptionalDouble.of(scale),
        mean,
        std,
        Optional.ofNullable(labels),
        Optional.ofNullable(labelsColumn),
        Optional.ofNullable(member),
        Optional.ofNullable(labelsMember));
  }

  private void requireNoOthers() {
    boolean any =
        Stream.of(labels, labelsColumn, labelsMember, member, scale).anyMatch(o -> o != null);
    if (any || !mean.isEmpty() || !std.isEmpty()) {
      throw new InvalidInputException(
          "options of the data are given, but no data; add --data FILE");
    }
  }
}
