package org.folding.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;

/** Copies numbers with as many digits as a chart can show, so that reports stay small. */
final class Rounding {
  private static final MathContext DIGITS = new MathContext(7);

  private Rounding() {}

  static void copy(JsonNode from, String field, ObjectNode to, String name) {
    copy(from.path(field), to, name);
  }

  static void copy(JsonNode number, ObjectNode to, String name) {
    if (number.isNumber()) {
      to.put(name, rounded(number));
    } else {
      to.putNull(name);
    }
  }

  static void copy(JsonNode numbers, ArrayNode to) {
    numbers.forEach(number -> to.add(rounded(number)));
  }

  private static BigDecimal rounded(JsonNode number) {
    return new BigDecimal(number.asText()).round(DIGITS);
  }
}
