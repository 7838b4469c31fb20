package org.dossier.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// A suggestion for a mistyped name: the most similar known name.
public final class SimilarName {
  private static final int MAX_DISTANCE = 2;

  /// A name shorter than this may differ by one edit only.
  private static final int MIN_LENGTH_FOR_TWO = 5;

  private SimilarName() {}

  /// The known name that `name` is a misspelling of; empty if none is similar. Letter case does not
  /// matter. Of equally similar names it is the first in alphabetical order.
  public static Optional<String> find(String name, Collection<String> known) {
    int limit = name.length() < MIN_LENGTH_FOR_TWO ? 1 : MAX_DISTANCE;
    var normalized = name.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(candidate -> distance(normalized, candidate) <= limit)
        .min(
            Comparator.comparingInt((String candidate) -> distance(normalized, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// The restricted Damerau–Levenshtein distance: insertions, deletions, substitutions and
  /// transpositions of neighbours.
  private static int distance(String one, String known) {
    var other = known.toLowerCase(Locale.ROOT);
    if (Math.abs(one.length() - other.length()) > MAX_DISTANCE) {
      return Integer.MAX_VALUE;
    }
    var rows = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : cell(one, other, i, j, rows);
      }
    }
    return rows[one.length()][other.length()];
  }

  private static int cell(String one, String other, int i, int j, int[][] rows) {
    int substitution = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(rows[i - 1][j - 1] + substitution, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
    boolean transposed =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return transposed ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
  }
}
