package org.folding.reports;

import java.util.Optional;

/** The columns of the range metric that tell χ and r2 in one layer: {@code folding.LAYER}. */
final class LayerNames {
  static final String FOLDING = "folding.";
  static final String TOTAL = "total.";
  private static final String RANGE = "range.";

  private LayerNames() {}

  /**
   * @param value the name of a value of the range metric
   * @return the layer, empty for a value that is not of one layer
   */
  static Optional<String> ofValue(String value) {
    return value.startsWith(FOLDING)
        ? Optional.of(value.substring(FOLDING.length()))
        : Optional.empty();
  }

  /**
   * @param column the name of a column
   * @return the same of a column
   */
  static Optional<String> ofColumn(String column) {
    return column.startsWith(RANGE) ? ofValue(column.substring(RANGE.length())) : Optional.empty();
  }
}
