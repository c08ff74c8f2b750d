package org.folding.pictures;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What pictures are written as. */
public enum PictureFormat {
  /** Vector graphics for the web and for editors. */
  SVG {
    @Override
    void draw(Drawing drawing, double dpi, OutputStream out) throws IOException {
      out.write(SvgCanvas.draw(drawing).getBytes(StandardCharsets.UTF_8));
    }
  },
  /** Vector graphics for LaTeX. */
  PDF {
    @Override
    void draw(Drawing drawing, double dpi, OutputStream out) throws IOException {
      PdfDocument.write(drawing, out);
    }
  },
  /** Pixels. */
  PNG {
    @Override
    void draw(Drawing drawing, double dpi, OutputStream out) throws IOException {
      new PngImage(drawing, dpi).write(out);
    }
  };

  /**
   * Writes a picture. The same picture gives the same bytes.
   *
   * @param picture the picture
   * @param dpi pixels in an inch, where there are pixels
   * @param out receives the file; stays open
   * @throws IOException if it cannot be written
   */
  public void write(PlanePicture picture, double dpi, OutputStream out) throws IOException {
    draw(picture.drawing(), dpi, out);
  }

  abstract void draw(Drawing drawing, double dpi, OutputStream out) throws IOException;
}
