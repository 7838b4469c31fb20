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
/// @param sameClause the words after a negation in its clause that are no past forms of a verb
/// @param lightObjects the negated words that are only objects of a verb that says little, such as
///   the delays of "did not cause delays"
public record Polarity(
    Map<String, String> negated,
    Set<String> nearNegation,
    Set<String> affirmed,
    Set<String> sameClause,
    Set<String> lightObjects) {
  private static final Set<String> NON_NEGATING_FOLLOWERS =
      Set.of("only", "just", "merely", "least", "doubt");

  /// The scope of a negation, in content words of its clause.
  private static final int SCOPE = 2;

  /// The number of words after a negation in which its participle is looked for.
  private static final int PASSIVE_WINDOW = 4;

  public static Polarity of(List<Word> words) {
    var polarity =
        new Polarity(
            new LinkedHashMap<>(),
            new HashSet<>(),
            new HashSet<>(),
            new HashSet<>(),
            new HashSet<>());
    int left = 0;
    int clause = -1;
    boolean light = false;
    boolean denied = false;
    boolean negating = false;
    for (int at = 0; at < words.size(); at++) {
      var word = words.get(at);
      if (word.clause() != clause || word.lower().equals("but")) {
        left = 0;
        denied = false;
        negating = false;
        clause = word.clause();
      }
      int negation = negationLength(words, at);
      if (negation > 0) {
        at += negation - 1;
        if (word.isContentWord() && (left == SCOPE || word.isPast())) {
          // "Refused", "did not abstain": a negating verb is itself affirmed or negated.
          polarity.add(word, left);
        }
        if (isPassive(words, at)) {
          polarity.negateSubject(words, at);
        }
        // A double negation ("have not refused") affirms.
        left = left == SCOPE ? 0 : SCOPE;
        light = false;
        negating = true;
      } else if (word.isContentWord()) {
        polarity.add(word, left);
        if (negating && !word.isPast()) {
          polarity.sameClause.add(word.stem());
        }
        if (denied) {
          polarity.nearNegation.add(word.stem());
        }
        if (light) {
          polarity.lightObjects.add(word.stem());
        }
        // "Did not cause delays" negates the delays too.
        light = left == SCOPE && !light && WordLists.LIGHT_VERBS.contains(word.stem());
        left = light ? SCOPE : Math.max(0, left - 1);
      }
      denied |= WordLists.DENIALS.contains(word.lower());
    }
    return polarity;
  }

  /// "Is forbidden", "cannot be taken": what is negated is before the verb.
  private static boolean isPassive(List<Word> words, int at) {
    boolean after = at > 0 && WordLists.PASSIVE.contains(words.get(at - 1).lower());
    if (after && words.get(at).isPast()) {
      return at + 1 == words.size() || !words.get(at + 1).isContentWord();
    }
    for (int i = at + 1; i < Math.min(words.size(), at + PASSIVE_WINDOW); i++) {
      if (words.get(i).isContentWord()) {
        return after && words.get(i).isPast();
      }
      after |= WordLists.PASSIVE.contains(words.get(i).lower());
    }
    return false;
  }

  /// "Transport is forbidden": the words before the verb are in its scope.
  private void negateSubject(List<Word> words, int at) {
    words.subList(0, at).stream()
        .filter(word -> word.clause() == words.get(at).clause())
        .filter(word -> word.isContentWord() && (!word.capital() || word.equals(words.getFirst())))
        .forEach(word -> nearNegation.add(word.stem()));
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

  /// True if another form of the stem occurs in a clause after a negation: "declaration" in "did
  /// not issue a new declaration" for "declare".
  public boolean isInNegatedClause(String stem) {
    return sameClause.stream()
        .anyMatch(other -> !other.equals(stem) && LightStemmer.areForms(stem, other));
  }

  /// True if a form of the stem occurs, and none in the scope of a negation.
  public boolean isFormAffirmed(String stem) {
    return isAffirmed(stem)
        || (!isNegated(stem)
            && affirmed.stream()
                .anyMatch(other -> LightStemmer.areForms(stem, other) && !isNegated(other)));
  }
}
