package org.folding.cli;

import java.io.PrintWriter;
import org.folding.api.model.UnitLayer;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.reports.Decimals;

/** The flips of a walk, one a line. */
final class FlipTable {
  private final Walk walk;
  private final WalkDistances distances;

  FlipTable(Walk walk) {
    this.walk = walk;
    this.distances = new WalkDistances(walk);
  }

  void print(PrintWriter out, int limit) {
    Table table = new Table("t", "layer", "unit", "becomes", "", "distance");
    for (int step = 0; step < walk.steps(); step++) {
      for (int flip = walk.firstFlip(step); flip < walk.firstFlip(step + 1); flip++) {
        if (flip < limit) {
          boolean back = distances.leadsBack(flip);
          table.add(
              Decimals.fixed(walk.time(step), 6),
              layer(flip).name(),
              unit(flip),
              isActive(flip) ? "active" : "inactive",
              back ? "back" : "",
              Integer.toString(distances.after(step)));
        }
      }
    }
    table.print(out);
    if (walk.flips() > limit) {
      out.println(
          "... and "
              + (walk.flips() - limit)
              + " more; --limit "
              + walk.flips()
              + " shows all, --csv writes them");
    }
  }

  void printCsv(PrintWriter out) {
    out.print("step,t,layer,unit,bit,active,back,distance\n");
    for (int step = 0; step < walk.steps(); step++) {
      for (int flip = walk.firstFlip(step); flip < walk.firstFlip(step + 1); flip++) {
        out.print(
            step
                + ","
                + walk.time(step)
                + ","
                + quoted(layer(flip).name())
                + ","
                + unitNumber(flip)
                + ","
                + walk.bit(flip)
                + ","
                + (isActive(flip) ? 1 : 0)
                + ","
                + (distances.leadsBack(flip) ? 1 : 0)
                + ","
                + distances.after(step)
                + "\n");
      }
    }
  }

  private static String quoted(String name) {
    return name.matches("[^\",\r\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private UnitLayer layer(int flip) {
    CountedUnits units = walk.units();
    return units.layers().get(units.layerOf(walk.bit(flip)));
  }

  private int bitInLayer(int flip) {
    CountedUnits units = walk.units();
    return walk.bit(flip) - units.firstBit(units.layerOf(walk.bit(flip)));
  }

  private int unitNumber(int flip) {
    return bitInLayer(flip) / layer(flip).bitsPerUnit();
  }

  /** The unit's number; of a clipped unit also which of its bounds is crossed. */
  private String unit(int flip) {
    String number = Integer.toString(unitNumber(flip));
    if (layer(flip).bitsPerUnit() != 2) {
      return number;
    }
    return number + (bitInLayer(flip) % 2 == 0 ? " lower" : " upper");
  }

  /** Whether a bit is 1 after a flip: at the start or not, and then back or not. */
  private boolean isActive(int flip) {
    return walk.startBit(walk.bit(flip)) == distances.leadsBack(flip);
  }
}
