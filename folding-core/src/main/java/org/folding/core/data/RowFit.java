package org.folding.core.data;

import java.util.List;
import org.folding.api.InvalidInputException;
import org.folding.api.data.Dataset;
import org.folding.api.model.Model;
import org.folding.api.network.Shape;

/**
 * Checks that rows of data are inputs of a model. The number of values is not enough: images whose
 * channels come last have as many as images whose channels come first, and would be walked
 * scrambled.
 */
public final class RowFit {
  private RowFit() {}

  /**
   * @param data the data
   * @param model the model that is to get its rows
   * @throws InvalidInputException if a row has another number of values than an input of the model,
   *     or as many along other axes; a flat row or a flat input has no axes that could differ
   */
  public static void require(Dataset data, Model model) {
    Shape input = model.inputShape();
    String place = data instanceof ArrayDataset array ? array.files().get(0) + "" : "data";
    if (data.width() != input.size()) {
      throw new InvalidInputException(
          place
              + ": a row has "
              + data.width()
              + " values, but an input of model '"
              + model.name()
              + "' has "
              + input.size()
              + " (shape "
              + input
              + ")");
    }
    if (data instanceof ArrayDataset array && !agree(array.itemShape(), input)) {
      throw new InvalidInputException(
          place
              + ": a row has shape "
              + array.itemShape()
              + ", but an input of model '"
              + model.name()
              + "' has shape "
              + input
              + "; bring the axes of the data into the model's order (numpy.transpose), or, if its"
              + " values are in that order already, save flat rows, ["
              + array.rows()
              + ","
              + array.width()
              + "]");
    }
  }

  /** Axes of one element move no value, whether they are there or not. */
  private static boolean agree(Shape row, Shape input) {
    List<Integer> ofRow = longAxes(row);
    List<Integer> ofInput = longAxes(input);
    return ofRow.size() < 2 || ofInput.size() < 2 || ofRow.equals(ofInput);
  }

  private static List<Integer> longAxes(Shape shape) {
    return shape.dimensions().stream().filter(extent -> extent > 1).toList();
  }
}
