package org.folding.cli;

import org.folding.api.InvalidInputException;

/** Options whose numbers lie within bounds. */
final class NumberRange {
  private NumberRange() {}

  /**
   * @throws InvalidInputException if the value lies outside
   */
  static void require(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw new InvalidInputException(
          option
              + " is "
              + value
              + " but must be "
              + (most >= Integer.MAX_VALUE ? least + " or more" : "from " + least + " to " + most));
    }
  }
}
