package org.folding.engine.path;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.MathArrays;
import org.folding.api.data.Dataset;
import org.folding.api.path.Waypoint;

/** Says at which t a polyline passes its waypoints: in proportion to arc length. */
public final class SegmentLengths {
  private final Optional<Dataset> data;

  /**
   * @param data the data whose rows waypoints may be
   */
  public SegmentLengths(Optional<Dataset> data) {
    this.data = data;
  }

  /**
   * The times of the waypoints, from 0 to 1; where the whole path has no length, 0 but for the
   * last, which is 1.
   *
   * @param waypoints at least two
   * @return the time of each
   */
  public double[] corners(List<Waypoint> waypoints) {
    double[] corner = new double[waypoints.size()];
    double[] last = coordinates(waypoints.get(0));
    for (int i = 1; i < corner.length; i++) {
      double[] next = coordinates(waypoints.get(i));
      corner[i] = corner[i - 1] + MathArrays.safeNorm(MathArrays.ebeSubtract(next, last));
      last = next;
    }
    double total = corner[corner.length - 1];
    for (int i = 1; i < corner.length && total > 0; i++) {
      corner[i] /= total;
    }
    corner[corner.length - 1] = 1;
    return corner;
  }

  /**
   * @param waypoint a waypoint
   * @return its coordinates in a new array
   */
  public double[] coordinates(Waypoint waypoint) {
    if (!waypoint.isRow()) {
      return waypoint.coordinates();
    }
    Dataset rows = data.orElseThrow(() -> new IllegalArgumentException("a row without data"));
    double[] row = new double[rows.width()];
    rows.copyRow(waypoint.row(), row, 0);
    return row;
  }
}
