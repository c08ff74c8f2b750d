package org.folding.core.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.folding.api.data.Dataset;
import org.folding.api.network.Shape;

/**
 * Rows read from a file, held as compactly as the file has them and scaled when they are copied.
 */
public final class ArrayDataset implements Dataset {
  private static final int[] NO_LABELS = {};

  private final List<Path> files;
  private final Values values;
  private final Scaling scaling;
  private final Shape itemShape;
  private final int rows;
  private final int width;
  private final int[] labels;

  private ArrayDataset(
      List<Path> files, NumericArray array, Scaling scaling, Shape itemShape, int[] labels) {
    this.files = List.copyOf(files);
    this.values = array.values();
    this.scaling = scaling;
    this.itemShape = itemShape;
    this.rows = array.rows();
    this.width = array.width();
    this.labels = labels;
  }

  static ArrayDataset of(
      List<Path> files, NumericArray array, Scaling scaling, Shape itemShape, int[] labels) {
    return new ArrayDataset(files, array, scaling, itemShape, labels);
  }

  static ArrayDataset of(List<Path> files, NumericArray array, Scaling scaling, Shape itemShape) {
    return new ArrayDataset(files, array, scaling, itemShape, NO_LABELS);
  }

  /**
   * @return the files that were read: the data, and then the labels if they have a file of their
   *     own
   */
  public List<Path> files() {
    return files;
  }

  /**
   * @return the shape of one row in the file, for example [28,28]; its size is {@link #width()}
   */
  public Shape itemShape() {
    return itemShape;
  }

  /** Whether the file holds bytes. */
  boolean pixels() {
    return values instanceof Values.Bytes;
  }

  /** A value as the file has it, not scaled. */
  double fileValue(int row, int column) {
    return values.get(Objects.checkIndex(row, rows) * width + column);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void copyRow(int row, double[] target, int offset) {
    int start = Objects.checkIndex(row, rows) * width;
    for (int column = 0; column < width; column++) {
      target[offset + column] = scaling.apply(values.get(start + column), column);
    }
  }

  @Override
  public boolean labelled() {
    return labels.length > 0;
  }

  @Override
  public int label(int row) {
    if (!labelled()) {
      throw new IllegalStateException(files.get(0) + " has no labels");
    }
    return labels[Objects.checkIndex(row, rows)];
  }

  /**
   * @return file and shape, for messages
   */
  @Override
  public String toString() {
    return files.get(0)
        + " ("
        + rows
        + (rows == 1 ? " row" : " rows")
        + " of shape "
        + itemShape
        + ")";
  }
}
