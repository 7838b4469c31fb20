package org.dossier.verification;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a text denies its words, by their stems.
///
/// @param denied those right behind a denial somewhere, each as it is written there, in order
/// @param near those behind one with a word between
/// @param said those without one somewhere
record Polarity(Map<String, String> denied, Set<String> near, Set<String> said) {
  private static final Set<String> BEHIND_NO_DENIAL =
      Set.of("only", "just", "merely", "least", "doubt");

  /// How far a denial reaches, in telling words of its clause.
  private static final int REACH = 2;

  static Polarity of(List<Word> words) {
    var polarity = new Polarity(new LinkedHashMap<>(), new HashSet<>(), new HashSet<>());
    int left = 0;
    int clause = -1;
    for (int at = 0; at < words.size(); at++) {
      var word = words.get(at);
      if (word.clause() != clause || word.lower().equals("but")) {
        left = 0;
        clause = word.clause();
      }
      if (denies(words, at)) {
        // "Have not refused": twice denied is said.
        left = left == REACH ? 0 : REACH;
      } else if (word.isContentWord()) {
        polarity.add(word, left);
        left = Math.max(0, left - 1);
      }
    }
    return polarity;
  }

  /// Not so "not only", "no doubt".
  private static boolean denies(List<Word> words, int at) {
    boolean more = at + 1 < words.size();
    return words.get(at).negates()
        && !(more && BEHIND_NO_DENIAL.contains(words.get(at + 1).lower()));
  }

  private void add(Word word, int left) {
    if (left == REACH) {
      denied.putIfAbsent(word.stem(), word.lower());
    } else if (left > 0) {
      near.add(word.stem());
    } else {
      said.add(word.stem());
    }
  }

  /// Whether it stands behind a denial.
  boolean denies(String stem) {
    return denied.containsKey(stem) || near.contains(stem);
  }

  /// Whether it stands there, and never behind a denial.
  boolean says(String stem) {
    return said.contains(stem) && !denies(stem);
  }
}
