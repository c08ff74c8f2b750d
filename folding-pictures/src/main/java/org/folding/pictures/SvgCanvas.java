package org.folding.pictures;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Locale;

/** Writes a drawing as SVG. Lengths are whole hundredths of a point, which keeps files small. */
final class SvgCanvas implements Canvas {
  private static final int UNITS = 100;

  /** Half of this overlaps the neighbours of an area, so that viewers show no seam. */
  private static final double OVERLAP = 0.3;

  private final StringBuilder svg = new StringBuilder();

  private SvgCanvas() {}

  static String draw(Drawing drawing) {
    SvgCanvas canvas = new SvgCanvas();
    canvas.begin(drawing);
    drawing.paint(canvas);
    canvas.svg.append("</svg>\n");
    return canvas.svg.toString();
  }

  private void begin(Drawing drawing) {
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        .append(decimal(drawing.width()))
        .append("pt\" height=\"")
        .append(decimal(drawing.height()))
        .append("pt\" viewBox=\"0 0 ")
        .append(units(drawing.width()))
        .append(' ')
        .append(units(drawing.height()))
        .append("\" role=\"img\" font-family=\"")
        .append(Typeface.FAMILY)
        .append("\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n<desc>")
        .append(escaped(drawing.description()))
        .append("</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
  }

  @Override
  public void fill(Path2D area, Ink ink) {
    path(area, "fill=\"" + colour(ink) + "\"" + opacity("fill-opacity", ink));
  }

  @Override
  public void fillSeamless(Path2D area, Ink ink) {
    String colour = colour(ink);
    path(
        area,
        "fill=\""
            + colour
            + "\" stroke=\""
            + colour
            + "\" stroke-width=\""
            + units(OVERLAP)
            + "\"");
  }

  @Override
  public void stroke(Path2D line, Ink ink, double width) {
    path(
        line,
        "fill=\"none\" stroke=\""
            + colour(ink)
            + "\" stroke-width=\""
            + decimal(width * UNITS)
            + "\""
            + opacity("stroke-opacity", ink));
  }

  @Override
  public void text(Label label) {
    if (label.haloed()) {
      text(label, " fill=\"none\" stroke=\"#fff\" stroke-width=\"" + units(label.halo()) + "\"");
    }
    text(label, "");
  }

  private void text(Label label, String attributes) {
    String anchor =
        switch (label.anchor()) {
          case START -> "";
          case MIDDLE -> " text-anchor=\"middle\"";
          case END -> " text-anchor=\"end\"";
        };
    svg.append("<text x=\"")
        .append(units(label.x()))
        .append("\" y=\"")
        .append(units(label.y()))
        .append("\" font-size=\"")
        .append(units(label.size()))
        .append('"')
        .append(anchor)
        .append(attributes);
    if (label.turned()) {
      svg.append(" transform=\"rotate(-90 ")
          .append(units(label.x()))
          .append(' ')
          .append(units(label.y()))
          .append(")\"");
    }
    svg.append('>').append(escaped(label.text())).append("</text>\n");
  }

  private void path(Path2D path, String attributes) {
    svg.append("<path ").append(attributes).append(" d=\"");
    new PathData().append(path);
    svg.append("\"/>\n");
  }

  /** Writes the corners of a path relative to each other. */
  private final class PathData {
    private long x;
    private long y;
    private long startX;
    private long startY;
    private char last = ' ';

    void append(Path2D path) {
      double[] to = new double[6];
      for (PathIterator i = path.getPathIterator(null, 0.01); !i.isDone(); i.next()) {
        switch (i.currentSegment(to)) {
          case PathIterator.SEG_MOVETO -> {
            go('m', units(to[0]), units(to[1]));
            startX = x;
            startY = y;
          }
          case PathIterator.SEG_LINETO -> {
            if (units(to[0]) != x || units(to[1]) != y) {
              go('l', units(to[0]), units(to[1]));
            }
          }
          default -> {
            svg.append('z');
            last = 'z';
            x = startX;
            y = startY;
          }
        }
      }
    }

    private void go(char command, long toX, long toY) {
      // After m further pairs are lines, and a minus needs no space before it.
      boolean goesOn = command == 'l' && (last == 'l' || last == 'm');
      if (!goesOn) {
        svg.append(command);
      }
      number(toX - x, goesOn);
      number(toY - y, true);
      x = toX;
      y = toY;
      last = command;
    }

    private void number(long n, boolean separated) {
      if (separated && n >= 0) {
        svg.append(' ');
      }
      svg.append(n);
    }
  }

  private static long units(double points) {
    return Math.round(points * UNITS);
  }

  private static String decimal(double number) {
    String text = String.format(Locale.ROOT, "%.2f", number);
    return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
  }

  private static String colour(Ink ink) {
    return String.format(Locale.ROOT, "#%06x", ink.rgb());
  }

  private static String opacity(String name, Ink ink) {
    return ink.opacity() < 1 ? " " + name + "=\"" + decimal(ink.opacity()) + "\"" : "";
  }

  /** Text between tags; what XML cannot hold becomes a question mark. */
  private static String escaped(String text) {
    return text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", "?")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
