package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Copies numbers into the data of a page: statistics as they are, and those of curves, which are
 * many, with as many digits as a chart can show, so that reports stay small.
 */
final class ChartNumbers {
  private static final MathContext DIGITS = new MathContext(7, RoundingMode.DOWN);
  private static final BigInteger FIVE = BigInteger.valueOf(5);

  private ChartNumbers() {}

  static void copy(JsonNode from, String field, ObjectNode to, String name) {
    copy(from.path(field), to, name);
  }

  static void copy(JsonNode number, ObjectNode to, String name) {
    if (number.isNumber()) {
      to.set(name, number);
    } else {
      to.putNull(name);
    }
  }

  static void copy(JsonNode numbers, ArrayNode to) {
    numbers.forEach(number -> to.add(rounded(number)));
  }

  /**
   * Rounds towards zero but, where digits are cut off, never to a last digit of 0 or 5: rounded
   * once more, as charts do, the number comes out as if it had been rounded only once.
   */
  static BigDecimal rounded(JsonNode number) {
    BigDecimal all = new BigDecimal(number.asText());
    BigDecimal cut = all.round(DIGITS);
    boolean undecided = cut.unscaledValue().mod(FIVE).signum() == 0 && cut.compareTo(all) != 0;
    return undecided ? cut.add(cut.ulp().multiply(BigDecimal.valueOf(all.signum()))) : cut;
  }
}
