package org.folding.pictures;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The type that pictures are set in: Liberation Sans, which PDFBox brings along and whose letters
 * are as wide as those of Arial and Helvetica. So pictures look the same on all machines, also
 * where Java finds no fonts.
 */
final class Typeface implements AutoCloseable {
  /** What to ask for in place of it. */
  static final String FAMILY = "Liberation Sans, Arial, Helvetica, sans-serif";

  private static final String RESOURCE =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final double unitsPerEm;

  Typeface() {
    try (InputStream in = open()) {
      this.font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      this.glyphs = font.getUnicodeCmapLookup();
      this.unitsPerEm = font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InputStream open() {
    InputStream in = PDDocument.class.getResourceAsStream(RESOURCE);
    if (in == null) {
      throw new IllegalStateException("PDFBox has no " + RESOURCE);
    }
    return in;
  }

  /** A text without the characters that the type lacks, which become question marks. */
  String settable(String text) {
    return text.codePoints()
        .map(code -> glyphs.getGlyphId(code) == 0 ? '?' : code)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The length of a text, in points. */
  double width(String text, double size) {
    double units =
        settable(text).codePoints().mapToDouble(code -> advance(glyphs.getGlyphId(code))).sum();
    return units * size / unitsPerEm;
  }

  /** The outlines of a label. */
  Path2D outline(Label label) {
    String text = settable(label.text());
    double scale = label.size() / unitsPerEm;
    AffineTransform place = AffineTransform.getTranslateInstance(label.x(), label.y());
    if (label.turned()) {
      place.rotate(-Math.PI / 2);
    }
    place.scale(scale, -scale);
    place.translate(-label.anchor().part() * width(text, label.size()) / scale, 0);
    Path2D outline = new Path2D.Double();
    double x = 0;
    for (int code : text.codePoints().toArray()) {
      int glyph = glyphs.getGlyphId(code);
      AffineTransform at = new AffineTransform(place);
      at.translate(x, 0);
      outline.append(glyph(glyph).getPathIterator(at), false);
      x += advance(glyph);
    }
    return outline;
  }

  private Path2D glyph(int id) {
    try {
      var glyph = font.getGlyph().getGlyph(id);
      return glyph == null ? new Path2D.Double() : glyph.getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double advance(int glyph) {
    try {
      return font.getAdvanceWidth(glyph);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      font.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
