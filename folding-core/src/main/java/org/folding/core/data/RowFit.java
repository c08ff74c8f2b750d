package org.folding.core.data;

import java.util.HashSet;
import java.util.Set;
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
   *     or as many along other axes
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

  /**
   * Whether one shape has the axes of the other, but for neighbours that are put together as one,
   * which moves no value: where the axes of the one end, those of the other do.
   */
  private static boolean agree(Shape row, Shape input) {
    Set<Integer> ofRow = ends(row);
    Set<Integer> ofInput = ends(input);
    return ofRow.containsAll(ofInput) || ofInput.containsAll(ofRow);
  }

  /** How many values there are up to each axis: the products of the extents so far. */
  private static Set<Integer> ends(Shape shape) {
    Set<Integer> ends = new HashSet<>();
    int product = 1;
    for (int extent : shape.dimensions()) {
      product *= extent;
      ends.add(product);
    }
    // An axis of one element in front ends where it starts.
    ends.remove(1);
    return ends;
  }
}
