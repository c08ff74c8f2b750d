package org.folding.core.pipeline;

import java.util.List;
import org.folding.api.InvalidInputException;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;

/**
 * Checks that paths lie in the model's input space. A walk relies on it: it would take a vector
 * that is too long for a shorter one.
 *
 * @param inputWidth the number of values of one input of the model
 * @param dataRows the number of rows of the data; 0 for a run without data
 */
record PathCheck(int inputWidth, int dataRows) {

  /**
   * @throws InvalidInputException naming the path and the waypoint that is wrong
   */
  void check(long index, InputPath path) {
    List<Waypoint> waypoints = path.waypoints();
    for (int i = 0; i < waypoints.size(); i++) {
      Waypoint waypoint = waypoints.get(i);
      if (waypoint.isRow() ? waypoint.row() >= dataRows : waypoint.width() != inputWidth) {
        throw new InvalidInputException(
            "path " + index + ": waypoint " + (i + 1) + " is " + problem(waypoint));
      }
    }
  }

  private String problem(Waypoint waypoint) {
    if (!waypoint.isRow()) {
      return "a vector of "
          + waypoint.width()
          + " but an input of the model has width "
          + inputWidth;
    }
    return "row "
        + waypoint.row()
        + " but "
        + (dataRows == 0 ? "the run has no data" : "the data's rows are 0 to " + (dataRows - 1));
  }
}
