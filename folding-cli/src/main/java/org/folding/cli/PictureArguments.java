package org.folding.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.folding.api.InvalidInputException;
import org.folding.core.text.WordChoice;
import org.folding.pictures.Colouring;
import org.folding.pictures.Palette;
import org.folding.pictures.PictureStyle;
import picocli.CommandLine.Option;

/** How a picture looks. */
final class PictureArguments {
  @Option(
      names = {"--colour", "--color"},
      paramLabel = "WHAT",
      defaultValue = "distance",
      description =
          "What colours say: pattern, distance (the Hamming distance to the pattern at --from) or"
              + " class (the predicted one, with exact borders). The default is ${DEFAULT-VALUE}.")
  private String colour;

  @Option(
      names = "--palette",
      paramLabel = "NAME",
      defaultValue = "viridis",
      description = "The colours of distances: viridis, cividis or grey (${DEFAULT-VALUE}).")
  private String palette;

  @Option(
      names = "--width",
      paramLabel = "MM",
      defaultValue = "120",
      description = "The width of the picture in millimetres (${DEFAULT-VALUE}).")
  private double width;

  @Option(
      names = "--dpi",
      paramLabel = "NUMBER",
      defaultValue = "300",
      description = "The resolution of PNG in pixels per inch (${DEFAULT-VALUE}).")
  private double dpi;

  @Option(
      names = "--font-size",
      paramLabel = "POINTS",
      defaultValue = "8",
      description = "The size of the type in points (${DEFAULT-VALUE}).")
  private double fontSize;

  @Option(
      names = "--borders",
      paramLabel = "POINTS",
      defaultValue = "auto",
      description =
          "The width of the borders between regions in points, 0 for none; by default the more"
              + " regions the thinner.")
  private String borders;

  @Option(names = "--title", paramLabel = "TEXT", description = "Written above the picture.")
  private String title;

  PictureStyle style() {
    return new PictureStyle(
        oneOf("--colour", colour, Colouring.class),
        oneOf("--palette", palette, Palette.class),
        inRange("--width", width, 30, 2000),
        inRange("--font-size", fontSize, 2, 72),
        borders(),
        Optional.ofNullable(title));
  }

  double dpi() {
    return inRange("--dpi", dpi, 20, 2400);
  }

  private OptionalDouble borders() {
    if (borders.equals("auto")) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(inRange("--borders", Double.parseDouble(borders), 0, 10));
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          "--borders is '" + borders + "' but must be auto or a number of points", e);
    }
  }

  private static double inRange(String option, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "%s is %s but must be from %.0f to %.0f", option, value, least, most));
    }
    return value;
  }

  private static <E extends Enum<E>> E oneOf(String option, String word, Class<E> choices) {
    return WordChoice.of(choices).choose(option, word);
  }
}
