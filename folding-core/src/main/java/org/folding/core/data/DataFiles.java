package org.folding.core.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.api.network.Shape;

/**
 * Reads data files: IDX, .npy, .npz and .csv, each plain or (but for .npz) gzip-compressed. The
 * content decides over the format where it has a signature, else the name does.
 */
public final class DataFiles {
  private static final byte[] ZIP_MAGIC = {'P', 'K'};

  private DataFiles() {}

  private enum Format {
    IDX,
    NPY,
    NPZ,
    CSV
  }

  /**
   * Reads rows and their labels.
   *
   * @param file an array of two axes or more, the first being the rows; or CSV
   * @param options how to read it
   * @return the rows, all values finite
   * @throws InvalidInputException if a file is missing, broken, or holds something else; the
   *     message names the file and where in it
   */
  public static ArrayDataset read(Path file, DataOptions options) {
    Content content =
        content(file, false, options.labelColumn(), options.member(), options.labelMember());
    NumericArray array = content.values();
    if (array.shape().size() < 2) {
      throw new InvalidInputException(
          array.name()
              + " has one axis, shape "
              + NumericArray.text(array.shape())
              + ", as labels have; rows of data need two or more: [rows,values]");
    }
    Shape item = new Shape(array.shape().subList(1, array.shape().size()));
    Scaling scaling = Scaling.of(options, array, item);
    Optional<NumericArray> labels = labels(file, content, options);
    List<Path> files =
        options.labels().map(labelFile -> List.of(file, labelFile)).orElse(List.of(file));
    return labels.isEmpty()
        ? ArrayDataset.of(files, array, scaling, item)
        : ArrayDataset.of(files, array, scaling, item, integers(labels.get(), array));
  }

  private record Content(Format format, NumericArray values, Optional<NumericArray> labels) {}

  private static Content content(
      Path file,
      boolean labels,
      Optional<String> labelColumn,
      Optional<String> member,
      Optional<String> other) {
    try (InputFile input = InputFile.open(file)) {
      Format format = format(input);
      if (format != Format.CSV && labelColumn.isPresent()) {
        throw new InvalidInputException(
            file + " is not CSV and has no label column '" + labelColumn.get() + "'");
      }
      if (format != Format.NPZ && member.isPresent()) {
        throw new InvalidInputException(
            file + " is not .npz and has no member '" + member.get() + "'");
      }
      if (format == Format.CSV) {
        CsvReader.Content csv = CsvReader.read(input, labelColumn, labels);
        return new Content(format, csv.values(), csv.labels());
      }
      ByteSource source = new ByteSource(file.toString(), input.bytes(), input.size());
      NumericArray array =
          switch (format) {
            case IDX -> IdxReader.read(source);
            case NPY -> NpyReader.read(source);
            default -> NpzReader.read(file, member, other, labels);
          };
      return new Content(format, array, Optional.empty());
    } catch (OutOfMemoryError e) {
      // What is compressed does not tell before how much it holds.
      throw HeapLimit.exceeded(file.toString(), e);
    }
  }

  private static Format format(InputFile input) {
    byte[] start;
    try {
      input.bytes().mark(NpyReader.MAGIC.length);
      start = input.bytes().readNBytes(NpyReader.MAGIC.length);
      input.bytes().reset();
    } catch (IOException e) {
      throw InputFile.unreadable(input.file(), e);
    }
    if (Arrays.equals(start, NpyReader.MAGIC)) {
      return Format.NPY;
    }
    String name = InputFile.nameOf(input.file()).replaceFirst("\\.gz$", "");
    boolean zip = start.length > 3 && start[0] == ZIP_MAGIC[0] && start[1] == ZIP_MAGIC[1];
    if (zip && start[2] < 8 && input.size() >= 0) {
      return Format.NPZ;
    }
    if (zip && start[2] < 8) {
      throw new InvalidInputException(
          input.file() + " is a zip file within gzip: unpack the gzip, .npz is compressed itself");
    }
    if (name.endsWith(".npz")) {
      throw new InvalidInputException(input.file() + " is not .npz: it is no zip file");
    }
    if (name.endsWith(".npy")) {
      return Format.NPY;
    }
    if (name.endsWith(".csv")) {
      return Format.CSV;
    }
    boolean zeros = start.length > 1 && start[0] == 0 && start[1] == 0;
    if (zeros || name.matches(".*[.-]idx[0-9]?(-[a-z0-9]+)?")) {
      return Format.IDX;
    }
    throw new InvalidInputException(
        input.file() + " is in no format known: IDX, .npy and .npz are, and CSV if named .csv");
  }

  private static Optional<NumericArray> labels(Path file, Content content, DataOptions options) {
    if (options.labels().isEmpty()) {
      if (options.labelMember().isPresent() && content.format() != Format.NPZ) {
        throw new InvalidInputException(
            file + " is not .npz and has no member '" + options.labelMember().get() + "'");
      }
      return options
          .labelMember()
          .map(name -> NpzReader.read(file, Optional.of(name), Optional.empty(), true))
          .or(content::labels);
    }
    if (options.labelColumn().isPresent()) {
      throw new InvalidInputException(
          "labels are to come from "
              + options.labels().get()
              + " and from column '"
              + options.labelColumn().get()
              + "' of "
              + file
              + ": choose one");
    }
    return Optional.of(
        content(
                options.labels().get(),
                true,
                Optional.empty(),
                options.labelMember(),
                Optional.empty())
            .values());
  }

  private static int[] integers(NumericArray labels, NumericArray data) {
    if (labels.values().size() != labels.rows()) {
      throw new InvalidInputException(
          labels.name()
              + " has shape "
              + NumericArray.text(labels.shape())
              + ", but labels are one number a row");
    }
    if (labels.rows() != data.rows()) {
      throw new InvalidInputException(
          labels.name()
              + " has "
              + labels.rows()
              + " labels but "
              + data.name()
              + " has "
              + data.rows()
              + " rows");
    }
    int[] integers = new int[labels.rows()];
    for (int row = 0; row < integers.length; row++) {
      double label = labels.values().get(row);
      integers[row] = (int) label;
      if (integers[row] != label) {
        throw new InvalidInputException(
            labels.name()
                + ": the label of row "
                + row
                + " is "
                + label
                + ", not a whole number of 32 bits");
      }
    }
    return integers;
  }
}
