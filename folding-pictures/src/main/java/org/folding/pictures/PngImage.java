package org.folding.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes a drawing as PNG. It is drawn larger, band by band, and made smaller: areas that adjoin
 * are drawn without smoothing, so each fine pixel belongs to one of them and no seam shows.
 */
final class PngImage {
  private static final int FINER = 3;
  private static final int FINE_PIXELS_OF_A_BAND = 1 << 22;
  private static final double POINTS_PER_INCH = 72;
  private static final double METRES_PER_INCH = 0.0254;

  private final Drawing drawing;
  private final double dpi;

  PngImage(Drawing drawing, double dpi) {
    this.drawing = drawing;
    this.dpi = dpi;
  }

  void write(OutputStream out) throws IOException {
    encoded().writeTo(out);
  }

  /**
   * The whole file, in memory: writers of images hide why a stream fails, and what they keep in
   * files of their own can neither be written nor closed where the disk is full.
   */
  private ByteArrayOutputStream encoded() throws IOException {
    BufferedImage image = draw();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              new ImageTypeSpecifier(image), writer.getDefaultWriteParam());
      setResolution(metadata);
      writer.write(metadata, new IIOImage(image, null, metadata), null);
    } finally {
      writer.dispose();
    }
    return bytes;
  }

  BufferedImage draw() {
    int width = pixels(drawing.width());
    int height = pixels(drawing.height());
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int rows = Math.max(1, FINE_PIXELS_OF_A_BAND / (FINER * FINER * width));
    BufferedImage band =
        new BufferedImage(
            FINER * width, FINER * Math.min(rows, height), BufferedImage.TYPE_INT_RGB);
    try (Typeface type = new Typeface()) {
      for (int top = 0; top < height; top += rows) {
        drawBand(band, top, type);
        shrink(band, image, top);
      }
    }
    return image;
  }

  private int pixels(double points) {
    return Math.max(1, (int) Math.round(points / POINTS_PER_INCH * dpi));
  }

  private void drawBand(BufferedImage band, int top, Typeface type) {
    Graphics2D graphics = band.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, band.getWidth(), band.getHeight());
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.translate(0, -FINER * top);
    graphics.scale(FINER * dpi / POINTS_PER_INCH, FINER * dpi / POINTS_PER_INCH);
    drawing.paint(new GraphicsCanvas(graphics, type));
    graphics.dispose();
  }

  private static void shrink(BufferedImage band, BufferedImage image, int top) {
    int[] fine = ((DataBufferInt) band.getRaster().getDataBuffer()).getData();
    int width = image.getWidth();
    int height = Math.min(band.getHeight() / FINER, image.getHeight() - top);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        row[x] = mean(fine, FINER * x, FINER * y, FINER * width);
      }
      image.setRGB(0, top + y, width, 1, row, 0, width);
    }
  }

  private static int mean(int[] fine, int x, int y, int stride) {
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int dy = 0; dy < FINER; dy++) {
      for (int dx = 0; dx < FINER; dx++) {
        int rgb = fine[(y + dy) * stride + x + dx];
        red += rgb >> 16 & 0xff;
        green += rgb >> 8 & 0xff;
        blue += rgb & 0xff;
      }
    }
    int n = FINER * FINER;
    return (((red + n / 2) / n) << 16) | (((green + n / 2) / n) << 8) | ((blue + n / 2) / n);
  }

  /** Tells how many pixels a metre has, so that documents show the picture in its size. */
  private void setResolution(IIOMetadata metadata) throws IOException {
    String perMetre = Long.toString(Math.round(dpi / METRES_PER_INCH));
    IIOMetadataNode physical = new IIOMetadataNode("pHYs");
    physical.setAttribute("pixelsPerUnitXAxis", perMetre);
    physical.setAttribute("pixelsPerUnitYAxis", perMetre);
    physical.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
    root.appendChild(physical);
    metadata.mergeTree("javax_imageio_png_1.0", root);
  }

  /** Draws on an image. */
  private record GraphicsCanvas(Graphics2D graphics, Typeface type) implements Canvas {

    @Override
    public void fill(Path2D area, Ink ink) {
      fill(area, ink, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    @Override
    public void fillSeamless(Path2D area, Ink ink) {
      fill(area, ink, RenderingHints.VALUE_ANTIALIAS_OFF);
    }

    private void fill(Path2D area, Ink ink, Object smoothing) {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smoothing);
      graphics.setColor(colour(ink));
      graphics.fill(area);
    }

    @Override
    public void stroke(Path2D line, Ink ink, double width) {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setColor(colour(ink));
      graphics.setStroke(
          new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(line);
    }

    @Override
    public void text(Label label) {
      Path2D outline = type.outline(label);
      if (label.haloed()) {
        stroke(outline, Ink.WHITE, label.halo());
      }
      fill(outline, Ink.BLACK);
    }

    private static Color colour(Ink ink) {
      return new Color(ink.red(), ink.green(), ink.blue(), (int) Math.round(255 * ink.opacity()));
    }
  }
}
