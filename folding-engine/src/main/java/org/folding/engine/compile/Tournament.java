package org.folding.engine.compile;

import java.util.ArrayList;
import java.util.List;
import org.folding.engine.affine.AffineMap;

/**
 * One round of finding the maxima of groups: of each pair (a, b) in a group relu(a − b) + b goes
 * on.
 *
 * @param survivors the groups of those that go on, by their numbers
 * @param kinkPairs for each unit what is subtracted from what, −1 for nothing
 * @param sumPairs for each survivor the units that are added, −1 for nothing
 */
record Tournament(int[][] survivors, List<int[]> kinkPairs, List<int[]> sumPairs) {

  static Tournament of(int[][] groups) {
    List<int[]> kinks = new ArrayList<>();
    List<int[]> sums = new ArrayList<>();
    int[][] survivors = new int[groups.length][];
    for (int g = 0; g < groups.length; g++) {
      int[] group = groups[g];
      survivors[g] = new int[(group.length + 1) / 2];
      for (int i = 0; i < group.length; i += 2) {
        survivors[g][i / 2] = sums.size();
        if (i + 1 < group.length) {
          sums.add(new int[] {kinks.size() + 1, kinks.size()});
          kinks.add(new int[] {group[i], group[i + 1]});
          kinks.add(new int[] {group[i + 1], -1});
        } else {
          sums.add(new int[] {kinks.size(), -1});
          kinks.add(new int[] {group[i], -1});
        }
      }
    }
    return new Tournament(survivors, kinks, sums);
  }

  /** The first unit of each group, and the end of the last: a round has one for each player. */
  static int[] firstUnits(int[][] groups) {
    int[] first = new int[groups.length + 1];
    for (int g = 0; g < groups.length; g++) {
      first[g + 1] = first[g] + groups[g].length;
    }
    return first;
  }

  /** The round's units: of each pair one bends, and its error is none beside the other's. */
  Bend bend(AffineMap players) {
    int units = kinkPairs.size();
    double[] slope = new double[units];
    int[] bit = new int[units];
    boolean[] isEcho = new boolean[units];
    for (int o = 0; o < units; o++) {
      isEcho[o] = kinkPairs.get(o)[1] >= 0;
      slope[o] = isEcho[o] ? 0 : 1;
      bit[o] = -1;
    }
    AffineMap differences = players.combine(column(kinkPairs, 0), column(kinkPairs, 1), -1);
    return new Bend(differences, slope, bit, isEcho, players);
  }

  /** Those that go on, from what the units pass on. */
  AffineMap sums(AffineMap units) {
    return units.combine(column(sumPairs, 0), column(sumPairs, 1), 1);
  }

  private static int[] column(List<int[]> pairs, int index) {
    return pairs.stream().mapToInt(pair -> pair[index]).toArray();
  }
}
