package org.dossier.verification;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The polarity of the words of a text, by their stems.
///
/// @param denied the words directly after a negation somewhere, each as written there, in order
/// @param near the words after a negation with one content word between
/// @param said the words without a negation somewhere
record Polarity(Map<String, String> denied, Set<String> near, Set<String> said) {
  private static final Set<String> BEHIND_NO_DENIAL =
      Set.of("only", "just", "merely", "least", "doubt");

  /// The scope of a negation, in content words of its clause.
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
        // A double negation ("have not refused") affirms.
        left = left == REACH ? 0 : REACH;
      } else if (word.isContentWord()) {
        polarity.add(word, left);
        left = Math.max(0, left - 1);
      }
    }
    return polarity;
  }

  /// True for a negating word, except in phrases such as "not only" and "no doubt".
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

  /// True if the stem occurs in the scope of a negation.
  boolean denies(String stem) {
    return denied.containsKey(stem) || near.contains(stem);
  }

  /// True if the stem occurs, and never in the scope of a negation.
  boolean says(String stem) {
    return said.contains(stem) && !denies(stem);
  }
}
