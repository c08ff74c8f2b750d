package org.folding.engine.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the word that a user most likely meant. Words are compared without regard to case by the
 * number of letters to insert, drop, replace or swap with their neighbour, no letter being touched
 * twice (optimal string alignment; F. J. Damerau, "A technique for computer detection and
 * correction of spelling errors", doi:10.1145/363958.363994). A word further off than a quarter of
 * the longer word's letters, rounded up, is no suggestion.
 */
public final class NearestWord {
  private NearestWord() {}

  /**
   * @param word what the user wrote
   * @param candidates the words that exist, in any order
   * @return the closest one, the alphabetically first of several; empty where none is close
   */
  public static Optional<String> among(String word, Collection<String> candidates) {
    String lower = word.toLowerCase(Locale.ROOT);
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int longer = Math.max(word.length(), candidate.length());
      int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
      // Words that share no letter are as far apart as the longer one is long.
      boolean close = distance <= (longer + 3) / 4 && (distance == 0 || distance < longer);
      if (close
          && (distance < bestDistance
              || (distance == bestDistance && candidate.compareTo(best) < 0))) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int distance(String a, String b) {
    int[][] distances = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distances[i][j] = cell(distances, a, b, i, j);
      }
    }
    return distances[a.length()][b.length()];
  }

  /** The distance between the first i letters of a and the first j of b. */
  private static int cell(int[][] distances, String a, String b, int i, int j) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least =
        Math.min(
            distances[i - 1][j - 1] + (same ? 0 : 1),
            1 + Math.min(distances[i - 1][j], distances[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, 1 + distances[i - 2][j - 2]) : least;
  }
}
