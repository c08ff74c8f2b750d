package org.folding.core.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a data file is read. A value x of the file becomes (x · scale − mean) / std, as by PyTorch's
 * {@code ToTensor} and {@code Normalize} but in float64.
 *
 * @param scale the factor; empty for automatic: x / 255 if the file holds uint8, else x as it is
 * @param mean what is subtracted: one value, one for each channel (the first axis of an item of
 *     rank 3), or one for each value of a row; empty for 0
 * @param std what is divided by, likewise; no zero; empty for 1
 * @param labels a file with one label a row: IDX, .npy, .npz or CSV
 * @param labelColumn the column of a CSV data file that holds the labels: a name of its header, or
 *     an index from 0
 * @param member the member of an .npz data file to read; needed where it has several
 * @param labelMember the member that holds the labels, of the {@code labels} file or else of the
 *     data file
 */
public record DataOptions(
    OptionalDouble scale,
    List<Double> mean,
    List<Double> std,
    Optional<Path> labels,
    Optional<String> labelColumn,
    Optional<String> member,
    Optional<String> labelMember) {

  /** Values as they are, uint8 scaled to [0, 1], no labels. */
  public static final DataOptions DEFAULTS =
      new DataOptions(
          OptionalDouble.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Copies the lists and checks that nothing is null. */
  public DataOptions {
    Objects.requireNonNull(scale, "scale is null");
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    Objects.requireNonNull(labels, "labels is null");
    Objects.requireNonNull(labelColumn, "labelColumn is null");
    Objects.requireNonNull(member, "member is null");
    Objects.requireNonNull(labelMember, "labelMember is null");
  }

  /**
   * @param factor what values are multiplied by
   * @return these options with another scale
   */
  public DataOptions withScale(double factor) {
    return new DataOptions(
        OptionalDouble.of(factor), mean, std, labels, labelColumn, member, labelMember);
  }

  /**
   * @param newMean what is subtracted
   * @param newStd what is divided by
   * @return these options with another normalisation
   */
  public DataOptions withNormalization(List<Double> newMean, List<Double> newStd) {
    return new DataOptions(scale, newMean, newStd, labels, labelColumn, member, labelMember);
  }

  /**
   * @param file a file with one label a row
   * @return these options with labels
   */
  public DataOptions withLabels(Path file) {
    return new DataOptions(scale, mean, std, Optional.of(file), labelColumn, member, labelMember);
  }

  /**
   * @param column a name of the header, or an index from 0
   * @return these options with labels
   */
  public DataOptions withLabelColumn(String column) {
    return new DataOptions(scale, mean, std, labels, Optional.of(column), member, labelMember);
  }

  /**
   * @param name a member of an .npz file
   * @return these options with that member
   */
  public DataOptions withMember(String name) {
    return new DataOptions(scale, mean, std, labels, labelColumn, Optional.of(name), labelMember);
  }

  /**
   * @param name a member of an .npz file
   * @return these options with labels
   */
  public DataOptions withLabelMember(String name) {
    return new DataOptions(scale, mean, std, labels, labelColumn, member, Optional.of(name));
  }
}
