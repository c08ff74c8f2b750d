package org.folding.pictures;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.folding.engine.plane.Piece;
import org.folding.engine.plane.PlaneRegions;
import org.folding.engine.plane.Region;

/** The colours of regions and classes. */
final class RegionColours {
  /**
   * M. Okabe and K. Ito, <em>Color Universal Design</em>, 2008, without black: sky blue, orange,
   * green, vermilion, blue, purple, yellow.
   */
  private static final int[] OKABE_ITO = {
    0x56b4e9, 0xe69f00, 0x009e73, 0xd55e00, 0x0072b2, 0xcc79a7, 0xf0e442
  };

  /** P. Tol, <em>Colour Schemes</em>, 2021: muted. */
  private static final int[] TOL_MUTED = {
    0x88ccee, 0xcc6677, 0xddcc77, 0x117733, 0x332288, 0xaa4499, 0x44aa99, 0x999933, 0x882255,
    0x6699cc
  };

  /** Of a class beyond those that colours suffice for. */
  private static final Ink OTHER = new Ink(0xe4e4e4);

  /** How far towards white areas are, so that lines and letters on them stand out. */
  private static final double CLASS_TINT = 0.4;

  /**
   * The same hues for patterns, all dark or all pale: with any colour vision, and without colour,
   * each dark one is less light than each pale one by 20 units of L* at least.
   */
  private static final int[] DARK = {
    0x56a3cc, 0xbf8c1f, 0x2ba880, 0xdd6f2c, 0x2b81bb, 0xc57ca5, 0x9c9434
  };

  private static final int[] PALE = {
    0xbce1f6, 0xf7dc9f, 0xbce6da, 0xf8dac7, 0xdeebf5, 0xf0d7e5, 0xf6f09a
  };

  private final PlaneRegions regions;
  private final PictureStyle style;
  private final int farthest;
  private final Map<Integer, Ink> classes = new LinkedHashMap<>();
  private final boolean hasOthers;

  RegionColours(PlaneRegions regions, PictureStyle style) {
    this.regions = regions;
    this.style = style;
    this.farthest =
        style.colouring() == Colouring.DISTANCE
            ? regions.regions().stream().mapToInt(region -> region.distance()).max().orElse(0)
            : 0;
    this.hasOthers = style.colouring() == Colouring.CLASS && colourClasses();
  }

  /** Gives a class its colour by its number, where colours suffice, else by its area. */
  private boolean colourClasses() {
    int outputs = Math.max(2, regions.outputs());
    double[] area = new double[outputs];
    for (Region region : regions.regions()) {
      for (Piece piece : region.pieces()) {
        area[piece.predicted()] += piece.polygon().area();
      }
    }
    int[] colours = outputs <= OKABE_ITO.length ? OKABE_ITO : TOL_MUTED;
    List<Integer> present = IntStream.range(0, outputs).filter(c -> area[c] > 0).boxed().toList();
    if (outputs <= colours.length) {
      present.forEach(c -> classes.put(c, tinted(colours[c])));
      return false;
    }
    List<Integer> largest =
        present.stream()
            .sorted(Comparator.comparingDouble((Integer c) -> -area[c]))
            .limit(colours.length)
            .sorted()
            .toList();
    for (int i = 0; i < largest.size(); i++) {
      classes.put(largest.get(i), tinted(colours[i]));
    }
    return present.size() > largest.size();
  }

  private static Ink tinted(int rgb) {
    return new Ink(rgb).towards(Ink.WHITE, CLASS_TINT);
  }

  /** The greatest distance there is. */
  int farthest() {
    return farthest;
  }

  /** The classes that have colours of their own, in order. */
  Map<Integer, Ink> classes() {
    return classes;
  }

  /** The colour of all other classes, if there are any. */
  Ink others() {
    return OTHER;
  }

  boolean hasOthers() {
    return hasOthers;
  }

  Ink ofClass(int predicted) {
    return classes.getOrDefault(predicted, OTHER);
  }

  Ink ofDistance(int distance) {
    return style.palette().at(farthest == 0 ? 0 : (double) distance / farthest);
  }

  Ink of(Region region) {
    return style.colouring() == Colouring.DISTANCE
        ? ofDistance(region.distance())
        : ofPattern(region.pattern(), region.odd());
  }

  /**
   * Follows from the pattern alone, so that it is the same in every picture. Across a flip the
   * number of bits that are 1 changes by one, so the lightness does, too.
   */
  static Ink ofPattern(long pattern, boolean odd) {
    int[] colours = odd ? PALE : DARK;
    return new Ink(colours[(int) Long.remainderUnsigned(pattern, colours.length)]);
  }

  /** The colour of borders between regions, which has to show on all of them. */
  Ink borders() {
    return style.colouring() == Colouring.DISTANCE
        ? new Ink(0xffffff, 0.55)
        : new Ink(0x202020, 0.6);
  }
}
