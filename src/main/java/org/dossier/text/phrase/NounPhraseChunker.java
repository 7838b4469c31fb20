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
  private static final Set<String> PREDETERMINERS = Set.of("all", "both", "such", "many", "most");

  private final List<TaggedToken> words;

  private NounPhraseChunker(List<TaggedToken> words) {
    this.words = words;
  }

  /// The phrases in `text`, in order. Their own words do not overlap.
  public static List<NounPhrase> chunk(String text) {
    var phrases = new NounPhraseChunker(TaggedToken.tag(text));
    return phrases.attach(phrases.chunks());
  }

  /// The number of content words in `text`: words other than articles, pronouns, question words,
  /// prepositions and polite words. A name counts as one.
  public static int contentWords(String text) {
    return (int)
        TaggedToken.tag(text).stream()
            .filter(word ->
                switch (word.role()) {
                  case NAME, DATE -> true;
                  case WORD, VERB -> !FunctionWords.precedesNames(word.lower());
                  case DETERMINER, INTERROGATIVE, PREPOSITION, CONJUNCTION, POSSESSIVE, OTHER ->
                      false;
                })
            .count();
  }

  /// A phrase with the indexes of its first and last words.
  private record Chunk(int first, int last, Kind kind) {}

  private List<Chunk> chunks() {
    List<Chunk> chunk = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int end = end(at);
      if (end == at) {
        at++;
        continue;
      }
      if (namesSomething(at, end)) {
        int first = words.get(at).role() == Role.INTERROGATIVE ? at + 1 : at;
        chunk.add(new Chunk(first, lastWord(first, end), kind(at, end)));
      }
      at = end;
    }
    return chunk;
  }

  /// The last word of a phrase, without an adverb after it: "the bridge" of "the bridge really".
  private int lastWord(int first, int end) {
    int last = end - 1;
    while (last > first
        && words.get(last).role() == Role.WORD
        && Adverbs.isAdverb(words.get(last).lower())) {
      last--;
    }
    return last;
  }

  /// True if the words name anything: "far apart" does not.
  private boolean namesSomething(int from, int to) {
    return words.subList(from, to).stream()
        .anyMatch(word ->
            switch (word.role()) {
              case NAME, DATE -> true;
              case WORD -> !FunctionWords.precedesNames(word.lower()) && hasLetter(word.lower());
              case DETERMINER, INTERROGATIVE, PREPOSITION, CONJUNCTION, POSSESSIVE, VERB, OTHER ->
                  false;
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
    boolean opened = opening == Role.DETERMINER || opening == Role.INTERROGATIVE;
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
    boolean afterBareName = at == first + 1 && words.get(first).role() == Role.NAME;
    if (role == Role.WORD && afterBareName) {
      return false;
    }
    return role.isPartOfPhrase()
        || (role == Role.DETERMINER
            && at == first + 1
            && PREDETERMINERS.contains(words.get(first).lower()));
  }

  private Kind kind(int from, int to) {
    var inside = words.subList(from, to);
    if (inside.stream().allMatch(word -> word.role() == Role.DATE)) {
      return Kind.DATE;
    }
    if (inside.getFirst().role() == Role.INTERROGATIVE) {
      return Kind.ASKED_FOR;
    }
    if (inside.stream().anyMatch(word -> word.role() == Role.NAME)) {
      return Kind.NAME;
    }
    return DEFINITE.contains(inside.getFirst().lower()) ? Kind.DEFINITE : Kind.OTHER;
  }

  private List<NounPhrase> attach(List<Chunk> chunk) {
    int[] lastTied = lastAttached(chunk);
    List<NounPhrase> phrases = new ArrayList<>();
    for (int i = 0; i < chunk.size(); i++) {
      var phrase = chunk.get(i);
      var own = span(phrase.first(), phrase.last());
      var whole = span(phrase.first(), chunk.get(lastTied[i]).last());
      phrases.add(new NounPhrase(own, whole, preposition(phrase.first()), phrase.kind()));
    }
    return List.copyOf(phrases);
  }

  /// For each phrase, the index of the last phrase attached to it, directly or through others.
  /// Computed from the end, so that each pair is compared once.
  private int[] lastAttached(List<Chunk> chunk) {
    int[] last = new int[chunk.size()];
    for (int i = chunk.size() - 1; i >= 0; i--) {
      boolean tied = i + 1 < chunk.size() && isAttached(chunk.get(i), chunk.get(i + 1));
      last[i] = tied ? last[i + 1] : i;
    }
    return last;
  }

  /// True if exactly one joining word separates the two; not for "the vote, as Norway left", where
  /// "as" opens a clause.
  private boolean isAttached(Chunk before, Chunk after) {
    int between = before.last() + 1;
    if (after.first() != between + 1 || !words.get(after.first()).joined()) {
      return false;
    }
    var word = words.get(between);
    if (word.lower().equals("as") && after.kind() == Kind.NAME) {
      return false;
    }
    return word.joined() && (word.role() == Role.PREPOSITION || word.role() == Role.CONJUNCTION);
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
