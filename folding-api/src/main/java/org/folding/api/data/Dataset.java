package org.folding.api.data;

/**
 * Inputs, one a row, scaled and normalised as the model expects them. Rows are numbered from 0.
 * Immutable, and safe for many threads. {@link Object#toString} says where they come from, for
 * messages.
 */
public interface Dataset {

  /**
   * @return the number of rows
   */
  int rows();

  /**
   * @return the number of values in a row
   */
  int width();

  /**
   * Copies a row.
   *
   * @param row from 0 to rows − 1
   * @param target receives {@link #width()} values
   * @param offset where in the target they start
   */
  void copyRow(int row, double[] target, int offset);

  /**
   * @return whether the rows have labels
   */
  boolean labelled();

  /**
   * @param row from 0 to rows − 1
   * @return the row's label
   * @throws IllegalStateException if the data have no labels
   */
  int label(int row);
}
