package org.dossier.verification;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The polarity of the words of a text, by their stems.
///
/// @param negated the words directly after a negation somewhere, each as written there, in order
/// @param nearNegation the words after a negation with one content word between
/// @param affirmed the words without a negation somewhere
record Polarity(Map<String, String> negated, Set<String> nearNegation, Set<String> affirmed) {
  private static final Set<String> NON_NEGATING_FOLLOWERS =
      Set.of("only", "just", "merely", "least", "doubt");

  /// The scope of a negation, in content words of its clause.
  private static final int SCOPE = 2;

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
      if (isNegation(words, at)) {
        // A double negation ("have not refused") affirms.
        left = left == SCOPE ? 0 : SCOPE;
      } else if (word.isContentWord()) {
        polarity.add(word, left);
        left = Math.max(0, left - 1);
      }
    }
    return polarity;
  }

  /// True for a negating word, except in phrases such as "not only" and "no doubt".
  private static boolean isNegation(List<Word> words, int at) {
    boolean more = at + 1 < words.size();
    return words.get(at).negates()
        && !(more && NON_NEGATING_FOLLOWERS.contains(words.get(at + 1).lower()));
  }

  private void add(Word word, int left) {
    if (left == SCOPE) {
      negated.putIfAbsent(word.stem(), word.lower());
    } else if (left > 0) {
      nearNegation.add(word.stem());
    } else {
      affirmed.add(word.stem());
    }
  }

  /// True if the stem occurs in the scope of a negation.
  boolean isNegated(String stem) {
    return negated.containsKey(stem) || nearNegation.contains(stem);
  }

  /// True if the stem occurs, and never in the scope of a negation.
  boolean isAffirmed(String stem) {
    return affirmed.contains(stem) && !isNegated(stem);
  }
}
