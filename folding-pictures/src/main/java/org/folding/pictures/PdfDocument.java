package org.folding.pictures;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** Writes a drawing as a PDF of one page of its size, with the type embedded. */
final class PdfDocument implements Canvas {
  /** Half of this overlaps the neighbours of an area, so that viewers show no seam. */
  private static final float OVERLAP = 0.3f;

  private final PDPageContentStream content;
  private final PDFont font;
  private final Typeface type;
  private final double height;
  private final Map<Double, PDExtendedGraphicsState> states = new HashMap<>();

  private PdfDocument(PDPageContentStream content, PDFont font, Typeface type, double height) {
    this.content = content;
    this.font = font;
    this.type = type;
    this.height = height;
  }

  static void write(Drawing drawing, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument();
        InputStream letters = Typeface.open();
        Typeface type = new Typeface()) {
      // The same picture is the same file: no dates, and an ID that follows from nothing else.
      document.setDocumentId(0L);
      document.getDocumentInformation().setSubject(drawing.description());
      PDPage page = new PDPage(new PDRectangle((float) drawing.width(), (float) drawing.height()));
      document.addPage(page);
      PDFont font = PDType0Font.load(document, letters, true);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.setLineCapStyle(1);
        content.setLineJoinStyle(1);
        drawing.paint(new PdfDocument(content, font, type, drawing.height()));
      }
      document.save(out);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Something that writes to the page. */
  private interface Step {
    void run() throws IOException;
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void fill(Path2D area, Ink ink) {
    run(
        () -> {
          setInk(ink);
          path(area);
          content.fill();
        });
  }

  @Override
  public void fillSeamless(Path2D area, Ink ink) {
    run(
        () -> {
          setInk(ink);
          content.setLineWidth(OVERLAP);
          path(area);
          content.fillAndStroke();
        });
  }

  @Override
  public void stroke(Path2D line, Ink ink, double width) {
    run(
        () -> {
          setInk(ink);
          content.setLineWidth((float) width);
          path(line);
          content.stroke();
        });
  }

  @Override
  public void text(Label label) {
    run(
        () -> {
          if (label.haloed()) {
            setInk(Ink.WHITE);
            content.setLineWidth((float) label.halo());
            text(label, RenderingMode.STROKE);
          }
          setInk(Ink.BLACK);
          text(label, RenderingMode.FILL);
        });
  }

  private void text(Label label, RenderingMode mode) throws IOException {
    String text = type.settable(label.text());
    double before = label.anchor().part() * type.width(text, label.size());
    Matrix place = Matrix.getTranslateInstance((float) label.x(), (float) (height - label.y()));
    if (label.turned()) {
      place.rotate(Math.PI / 2);
    }
    place.translate((float) -before, 0);
    content.beginText();
    content.setFont(font, (float) label.size());
    content.setRenderingMode(mode);
    content.setTextMatrix(place);
    content.showText(text);
    content.endText();
  }

  private void setInk(Ink ink) throws IOException {
    float red = ink.red() / 255f;
    float green = ink.green() / 255f;
    float blue = ink.blue() / 255f;
    content.setNonStrokingColor(red, green, blue);
    content.setStrokingColor(red, green, blue);
    content.setGraphicsStateParameters(states.computeIfAbsent(ink.opacity(), this::state));
  }

  private PDExtendedGraphicsState state(double opacity) {
    PDExtendedGraphicsState state = new PDExtendedGraphicsState();
    state.setNonStrokingAlphaConstant((float) opacity);
    state.setStrokingAlphaConstant((float) opacity);
    return state;
  }

  private void path(Path2D path) throws IOException {
    double[] to = new double[6];
    for (PathIterator i = path.getPathIterator(null, 0.01); !i.isDone(); i.next()) {
      switch (i.currentSegment(to)) {
        case PathIterator.SEG_MOVETO -> content.moveTo((float) to[0], (float) (height - to[1]));
        case PathIterator.SEG_LINETO -> content.lineTo((float) to[0], (float) (height - to[1]));
        default -> content.closePath();
      }
    }
  }
}
