package org.folding.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as a page shows them. */
final class Figures {
  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
  private static final double LARGE = 1e7;
  private static final double SMALL = 1e-4;

  private Figures() {}

  /** A whole number, with commas between thousands. */
  static String whole(long number) {
    return new DecimalFormat("#,##0", SYMBOLS).format(number);
  }

  /** A share as a percentage, with a decimal. */
  static String percent(double share) {
    return new DecimalFormat("0.0", SYMBOLS).format(100 * share) + " %";
  }

  /** Four decimals, or none for a whole number; a dash for what is not defined. */
  static String decimal(JsonNode number) {
    if (!number.isNumber()) {
      return "–";
    }
    double value = number.asDouble();
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < LARGE) {
      return whole((long) value).replace('-', '−');
    }
    String pattern = size >= LARGE || size < SMALL ? "0.000E0" : "0.0000";
    return new DecimalFormat(pattern, SYMBOLS).format(value).replace('-', '−');
  }

  /** The same, or a percentage. */
  static String percent(JsonNode share) {
    return share.isNumber() ? percent(share.asDouble()) : "–";
  }

  static String count(long number, String one, String many) {
    return whole(number) + " " + (number == 1 ? one : many);
  }
}
