package org.dossier.verification.analysis;

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
public record Polarity(
    Map<String, String> negated, Set<String> nearNegation, Set<String> affirmed) {
  private static final Set<String> NON_NEGATING_FOLLOWERS =
      Set.of("only", "just", "merely", "least", "doubt");

  /// The scope of a negation, in content words of its clause.
  private static final int SCOPE = 2;

  public static Polarity of(List<Word> words) {
    var polarity = new Polarity(new LinkedHashMap<>(), new HashSet<>(), new HashSet<>());
    int left = 0;
    int clause = -1;
    for (int at = 0; at < words.size(); at++) {
      var word = words.get(at);
      if (word.clause() != clause || word.lower().equals("but")) {
        left = 0;
        clause = word.clause();
      }
      int negation = negationLength(words, at);
      if (negation > 0) {
        at += negation - 1;
        if (word.isContentWord() && (left == SCOPE || word.isPast())) {
          // "Refused", "did not abstain": a negating verb is itself affirmed or negated.
          polarity.add(word, left);
        }
        // A double negation ("have not refused") affirms.
        left = left == SCOPE ? 0 : SCOPE;
      } else if (word.isContentWord()) {
        polarity.add(word, left);
        left = Math.max(0, left - 1);
      }
    }
    return polarity;
  }

  /// The number of words of the negation at a place, 0 if no negation begins there. "Not" and "far
  /// from" are negations; "not only" and "no doubt" are not.
  private static int negationLength(List<Word> words, int at) {
    var word = words.get(at);
    var next = at + 1 < words.size() ? words.get(at + 1).lower() : "";
    if (WordLists.NEGATING_PHRASES.contains(word.lower() + " " + next)) {
      return 2;
    }
    if (WordLists.NEGATORS_BUT_FOR_NUMBERS.contains(word.lower())) {
      return Character.isDigit(next.isEmpty() ? ' ' : next.charAt(0))
              || WordLists.AMOUNTS.contains(next)
          ? 0
          : 1;
    }
    return word.negates() && !NON_NEGATING_FOLLOWERS.contains(next) ? 1 : 0;
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
  public boolean isNegated(String stem) {
    return negated.containsKey(stem) || nearNegation.contains(stem);
  }

  /// True if the stem occurs, and never in the scope of a negation.
  public boolean isAffirmed(String stem) {
    return affirmed.contains(stem) && !isNegated(stem);
  }

  /// True if a form of the stem occurs, and none in the scope of a negation.
  public boolean isFormAffirmed(String stem) {
    return isAffirmed(stem)
        || (!isNegated(stem)
            && affirmed.stream()
                .anyMatch(other -> LightStemmer.areForms(stem, other) && !isNegated(other)));
  }
}
