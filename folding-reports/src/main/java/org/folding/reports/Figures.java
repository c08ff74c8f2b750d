package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as a page shows them. */
final class Figures {
  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

  private Figures() {}

  /** A whole number, with commas between thousands. */
  static String whole(long number) {
    return new DecimalFormat("#,##0", SYMBOLS).format(number);
  }

  /** A share as a percentage, with a decimal. */
  static String percent(double share) {
    return Decimals.percent(share);
  }

  /** Four decimals, or none for a whole number; a dash for what is not defined. */
  static String decimal(JsonNode number) {
    if (!number.isNumber()) {
      return infinite(number.asText());
    }
    String text = Decimals.text(number.asDouble());
    boolean whole = text.matches("-?[0-9]+");
    return (whole ? whole(Long.parseLong(text)) : text).replace('-', '−');
  }

  /** Infinite numbers are texts, as JSON has no word for them. */
  private static String infinite(String text) {
    return switch (text) {
      case "Infinity" -> "∞";
      case "-Infinity" -> "−∞";
      default -> "–";
    };
  }

  /** The same, or a percentage. */
  static String percent(JsonNode share) {
    return share.isNumber() ? percent(share.asDouble()) : "–";
  }

  static String count(long number, String one, String many) {
    return whole(number) + " " + (number == 1 ? one : many);
  }

  /** A text with a capital letter at its start. */
  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
