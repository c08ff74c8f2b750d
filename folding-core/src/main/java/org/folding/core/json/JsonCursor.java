package org.folding.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.core.text.LargeNumber;
import org.folding.engine.text.NearestWord;

/** Moves through a JSON file token by token, and says where it is when something is wrong. */
final class JsonCursor implements AutoCloseable {
  private static final int DEEPEST_NESTING = 64;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEEPEST_NESTING).build())
          .build();

  private final Path file;
  private final JsonParser parser;

  JsonCursor(Path file, InputStream bytes) throws IOException {
    this.file = file;
    this.parser = JSON.createParser(bytes);
  }

  /** Moves to the next token; null at the end of the file. */
  JsonToken next() {
    try {
      return parser.nextToken();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private InvalidInputException broken(IOException e) {
    if (e instanceof StreamConstraintsException limit) {
      return at(parser.currentLocation(), "goes beyond what a model needs: " + line(limit));
    }
    if (e instanceof JsonProcessingException syntax) {
      return at(syntax.getLocation(), "is not JSON: " + line(syntax));
    }
    return new InvalidInputException(file + " cannot be read as JSON: " + e.getMessage(), e);
  }

  private static String line(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    // The parser goes on to advise settings that no user has.
    int advice = message.indexOf(": enable `");
    return (advice < 0 ? message : message.substring(0, advice))
        .replaceAll(", from `[^`]*`", "")
        .replaceAll("\\s+", " ");
  }

  /** The token reached last. */
  JsonToken token() {
    return parser.currentToken();
  }

  /** Moves to the next field of an object and returns its name; null after the last. */
  String nextField() {
    try {
      return next() == JsonToken.END_OBJECT ? null : parser.currentName();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Moves to a value that must begin an object or a list. */
  void nextStart(JsonToken start) {
    if (next() != start) {
      throw wrong(
          shown()
              + (start == JsonToken.START_OBJECT
                  ? " but must be an object {…}"
                  : " but must be a list […]"));
    }
  }

  /** Moves to a value that must be text, and returns it. */
  String nextText() {
    next();
    return text();
  }

  /** The text at the current token. */
  String text() {
    if (token() != JsonToken.VALUE_STRING) {
      throw wrong(shown() + " but must be text");
    }
    return textHere();
  }

  /** The whole number at the current token. */
  int wholeNumber() {
    double value = token() == JsonToken.VALUE_NUMBER_INT ? number() : Double.NaN;
    if (value != (int) value) {
      throw wrong(shown() + " but must be a whole number of 32 bits");
    }
    return (int) value;
  }

  /** The finite number at the current token. */
  double number() {
    if (!token().isNumeric()) {
      throw wrong(shown() + " but must be a number");
    }
    double value;
    try {
      value = parser.getDoubleValue();
    } catch (IOException e) {
      throw broken(e);
    }
    if (Double.isInfinite(value)) {
      throw wrong(shown() + ", " + LargeNumber.WORDS);
    }
    return value;
  }

  /** The current value as part of a sentence. */
  String shown() {
    return switch (token()) {
      case START_OBJECT -> "is an object";
      case START_ARRAY -> "is a list";
      case VALUE_STRING -> "is the text '" + shortened() + "'";
      case VALUE_NULL -> "is null";
      default -> "is " + shortened();
    };
  }

  private String shortened() {
    String text = textHere().replaceAll("\\s+", " ");
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private String textHere() {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** A problem with the value at the current token. */
  InvalidInputException wrong(String what) {
    return at(parser.currentTokenLocation(), where() + " " + what);
  }

  /** A field whose name is not known here. */
  InvalidInputException unknownField(String field, Collection<String> known) {
    return at(
        parser.currentTokenLocation(),
        "field '" + field + "' is not known; " + suggestion(field, known));
  }

  /** What would be right instead of a word. */
  static String suggestion(String word, Collection<String> known) {
    Optional<String> meant = NearestWord.among(word, known);
    return meant
        .map(nearest -> "did you mean '" + nearest + "'?")
        .orElse("known are " + String.join(", ", known.stream().sorted().toList()));
  }

  private InvalidInputException at(JsonLocation location, String what) {
    return new InvalidInputException(
        file
            + (location == null
                ? ": "
                : ", line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ")
            + what);
  }

  /** The value's place as in {@code layers[1].bias[0]}. */
  private String where() {
    StringBuilder place = new StringBuilder();
    for (String step : parser.getParsingContext().pathAsPointer().toString().split("/", -1)) {
      if (!step.isEmpty()) {
        boolean index = step.chars().allMatch(c -> c >= '0' && c <= '9');
        place.append(index ? "[" + step + "]" : (place.isEmpty() ? "" : ".") + step);
      }
    }
    return place.isEmpty() ? "the model" : place.toString();
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      // Nothing was written, so nothing is lost.
    }
  }
}
