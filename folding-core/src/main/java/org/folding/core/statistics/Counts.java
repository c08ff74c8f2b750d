package org.folding.core.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How often numbers fall into equal bins, with zeros apart. */
public sealed interface Counts permits Histogram, OpenHistogram {

  /**
   * @param number a number; NaN, which stands for "not defined", is left out
   */
  void add(double number);

  /**
   * @return how many numbers are 0
   */
  long zeros();

  /**
   * @return the numbers of the bins, up to the last one that is not empty
   */
  long[] counts();

  /**
   * @param out receives what {@link #restore} reads
   */
  void save(DataOutput out) throws IOException;

  /**
   * @param in where to read from
   */
  void restore(DataInput in) throws IOException;
}
