package org.dossier.text.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dossier.text.FunctionWords;
import org.dossier.text.Span;
import org.dossier.text.phrase.NounPhrase.Kind;
import org.dossier.text.phrase.TaggedToken.Role;

/// Finds the noun phrases of a short English text, such as a question or a headline. It uses only
/// lists of function words and verbs, and capitals. The results read well but are not always right.
///
/// This is an implementation of our own. A tagger with its model (OpenNLP, CoreNLP) is larger than
/// the rest of the text package together, and tags lower-case questions worse than statements.
public final class NounPhraseChunker {
  private static final Set<String> DEFINITE =
      Set.of(
          "the", "this", "that", "these", "those", "his", "her", "its", "their", "my", "your",
          "our");

  /// Words that another article may follow: "all the ferries", "such a bridge".
  private static final Set<String> OPENING = Set.of("all", "both", "such", "many", "most");

  private final List<TaggedToken> words;

  private NounPhraseChunker(List<TaggedToken> words) {
    this.words = words;
  }

  /// The phrases in `text`, in order. Their own words do not overlap.
  public static List<NounPhrase> in(String text) {
    var phrases = new NounPhraseChunker(TaggedToken.of(text));
    return phrases.tied(phrases.found());
  }

  /// The number of content words in `text`: words other than articles, pronouns, question words,
  /// prepositions and polite words. A name counts as one.
  public static int contentWords(String text) {
    return (int)
        TaggedToken.of(text).stream()
            .filter(word ->
                switch (word.role()) {
                  case NAME, DATE -> true;
                  case WORD, VERB -> !FunctionWords.precedesNames(word.lower());
                  case DETERMINER, ASKING, PREPOSITION, AND, POSSESSIVE, OTHER -> false;
                })
            .count();
  }

  /// A phrase with the indexes of its first and last words.
  private record Found(int first, int last, Kind kind) {}

  private List<Found> found() {
    List<Found> found = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int end = end(at);
      if (end == at) {
        at++;
        continue;
      }
      if (says(at, end)) {
        int first = words.get(at).role() == Role.ASKING ? at + 1 : at;
        found.add(new Found(first, end - 1, kind(at, end)));
      }
      at = end;
    }
    return found;
  }

  /// True if the words name anything: "far apart" does not.
  private boolean says(int from, int to) {
    return words.subList(from, to).stream()
        .anyMatch(word ->
            switch (word.role()) {
              case NAME, DATE -> true;
              case WORD -> !FunctionWords.precedesNames(word.lower()) && hasLetter(word.lower());
              case DETERMINER, ASKING, PREPOSITION, AND, POSSESSIVE, VERB, OTHER -> false;
            });
  }

  private static boolean hasLetter(String word) {
    return word.codePoints().anyMatch(Character::isLetter);
  }

  /// The index after the phrase that begins at word `first`; `first` if no phrase begins there.
  private int end(int first) {
    Role opening = words.get(first).role();
    if (opening == Role.POSSESSIVE) {
      return first;
    }
    boolean opened = opening == Role.DETERMINER || opening == Role.ASKING;
    int at = opened ? first + 1 : first;
    while (at < words.size() && (at == first || words.get(at).joined()) && isPart(first, at)) {
      at++;
    }
    return opened && at == first + 1 ? first : at;
  }

  private boolean isPart(int first, int at) {
    Role role = words.get(at).role();
    if (role == Role.DATE) {
      // “the 2014 conference” is not a date, and “the conference last year” ends before one.
      return at == first
          || (at == first + 1 && at + 1 < words.size() && words.get(at + 1).role() == Role.WORD);
    }
    // “… is California expensive?”
    boolean behindBareName = at == first + 1 && words.get(first).role() == Role.NAME;
    if (role == Role.WORD && behindBareName) {
      return false;
    }
    return role.isPartOfPhrase()
        || (role == Role.DETERMINER
            && at == first + 1
            && OPENING.contains(words.get(first).lower()));
  }

  private Kind kind(int from, int to) {
    var inside = words.subList(from, to);
    if (inside.stream().allMatch(word -> word.role() == Role.DATE)) {
      return Kind.DATE;
    }
    if (inside.getFirst().role() == Role.ASKING) {
      return Kind.ASKED_FOR;
    }
    if (inside.stream().anyMatch(word -> word.role() == Role.NAME)) {
      return Kind.NAME;
    }
    return DEFINITE.contains(inside.getFirst().lower()) ? Kind.DEFINITE : Kind.OTHER;
  }

  private List<NounPhrase> tied(List<Found> found) {
    int[] lastTied = lastTied(found);
    List<NounPhrase> phrases = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      var phrase = found.get(i);
      var own = span(phrase.first(), phrase.last());
      var whole = span(phrase.first(), found.get(lastTied[i]).last());
      phrases.add(new NounPhrase(own, whole, preposition(phrase.first()), phrase.kind()));
    }
    return List.copyOf(phrases);
  }

  /// For each phrase, the index of the last phrase attached to it, directly or through others.
  /// Computed from the end, so that each pair is compared once.
  private int[] lastTied(List<Found> found) {
    int[] last = new int[found.size()];
    for (int i = found.size() - 1; i >= 0; i--) {
      boolean tied = i + 1 < found.size() && isTied(found.get(i), found.get(i + 1));
      last[i] = tied ? last[i + 1] : i;
    }
    return last;
  }

  /// True if exactly one joining word separates the two.
  private boolean isTied(Found before, Found after) {
    int between = before.last() + 1;
    if (after.first() != between + 1 || !words.get(after.first()).joined()) {
      return false;
    }
    var word = words.get(between);
    return word.joined() && (word.role() == Role.PREPOSITION || word.role() == Role.AND);
  }

  private String preposition(int first) {
    boolean joined = first > 0 && words.get(first).joined();
    return joined && words.get(first - 1).role() == Role.PREPOSITION
        ? words.get(first - 1).lower()
        : "";
  }

  private Span span(int first, int last) {
    return new Span(words.get(first).span().start(), words.get(last).span().end());
  }
}
