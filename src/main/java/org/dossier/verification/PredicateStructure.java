package org.dossier.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.text.Span;
import org.dossier.text.sentence.SentenceSplitter;

/// A verb of a sentence with the names around it: a shallow predicate-argument structure, read off
/// the word order without a parser.
///
/// @param verb its stem
/// @param before the names before it in the sentence, in order
/// @param behind the names after it, in order
/// @param voice the relation of the verb to the names, read off the neighbouring words
record PredicateStructure(String verb, List<Named> before, List<Named> behind, Voice voice) {
  private static final int FARTHEST = 9;
  private static final Set<String> BEFORE_A_VERB =
      Set.of("will", "would", "to", "did", "must", "should", "could", "can", "has");

  /// A name, represented by its last word.
  ///
  /// @param distance the distance to the verb in words; 1 for a neighbour
  record Named(String key, int distance) {}

  /// The use of a verb.
  enum Voice {
    ACTIVE,
    /// The passive, followed by "by".
    PASSIVE_BY,
    /// The passive, without "by".
    PASSIVE,
    /// The name after the verb is an agent too: "with Lavrov"; "…", said Lavrov.
    TOGETHER
  }

  /// All verbs of a text that have a name in their sentence. Reciprocal verbs ("met") are omitted.
  static List<PredicateStructure> in(AnalyzedText text) {
    var predicateStructures = new ArrayList<PredicateStructure>();
    for (var sentence : SentenceSplitter.split(text.plain())) {
      var words = text.words().stream().filter(word -> sentence.contains(word.span())).toList();
      var names = text.names().stream().filter(sentence::contains).toList();
      for (int at = 1; at < words.size() && !names.isEmpty(); at++) {
        if (isVerb(words, at) && !text.isName(words.get(at))) {
          predicateStructures.add(of(text, words, names, at));
        }
      }
    }
    return predicateStructures;
  }

  private static PredicateStructure of(
      AnalyzedText text, List<Word> words, List<Span> names, int at) {
    var before = new ArrayList<Named>();
    var behind = new ArrayList<Named>();
    for (var name : names) {
      int place = lastWord(words, name);
      if (place < at && place >= 0) {
        before.add(new Named(words.get(place).lower(), at - place));
      } else if (place > at) {
        behind.add(new Named(words.get(place).lower(), place - at));
      }
    }
    return new PredicateStructure(
        words.get(at).stem(), before, behind, voice(text, words, behind, at));
  }

  private static int lastWord(List<Word> words, Span name) {
    for (int i = words.size() - 1; i >= 0; i--) {
      if (words.get(i).capital() && name.overlaps(words.get(i).span())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isVerb(List<Word> words, int at) {
    var word = words.get(at);
    if (word.capital() || !word.isContentWord() || WordLists.MUTUAL.contains(word.stem())) {
      return false;
    }
    var regular = WordLists.IRREGULAR.get(word.lower());
    return word.lower().endsWith("ed")
        || (regular != null && !regular.equals(word.lower()))
        || BEFORE_A_VERB.contains(words.get(at - 1).lower());
  }

  private static Voice voice(AnalyzedText text, List<Word> words, List<Named> behind, int at) {
    int next = behind.isEmpty() ? words.size() - 1 : at + behind.getFirst().distance();
    boolean together =
        words.subList(Math.max(at, next - 3), next).stream()
            .anyMatch(word -> word.lower().equals("with") || word.lower().equals("and"));
    if (together || isInverted(text, words, at)) {
      return Voice.TOGETHER;
    }
    boolean passive =
        words.subList(Math.max(0, at - 3), at).stream()
            .anyMatch(word -> WordLists.PASSIVE.contains(word.lower()));
    if (!passive) {
      return Voice.ACTIVE;
    }
    boolean by = words.subList(at, next).stream().anyMatch(word -> word.lower().equals("by"));
    return by ? Voice.PASSIVE_BY : Voice.PASSIVE;
  }

  /// "…", said Lavrov.
  private static boolean isInverted(AnalyzedText text, List<Word> words, int at) {
    var gap = text.plain().substring(words.get(at - 1).span().end(), words.get(at).span().start());
    return WordLists.REPORTING.contains(words.get(at).stem()) && !gap.isBlank();
  }

  /// The nearest names on both sides as agent and patient; empty if the words do not determine
  /// them.
  Optional<Triple> deed() {
    if (before.isEmpty() || behind.isEmpty()) {
      return Optional.empty();
    }
    var one = before.getLast();
    var other = behind.getFirst();
    boolean near = one.distance() <= FARTHEST && other.distance() <= FARTHEST;
    if (!near || NameVariants.same(one.key(), other.key())) {
      return Optional.empty();
    }
    return switch (voice) {
      case ACTIVE -> Optional.of(new Triple(one.key(), verb, other.key()));
      case PASSIVE_BY -> Optional.of(new Triple(other.key(), verb, one.key()));
      case PASSIVE, TOGETHER -> Optional.empty();
    };
  }

  /// An agent, a verb and a patient.
  record Triple(String who, String verb, String whom) {
    Triple turned() {
      return new Triple(whom, verb, who);
    }

    boolean isLike(Triple other) {
      return verb.equals(other.verb)
          && NameVariants.same(who, other.who)
          && NameVariants.same(whom, other.whom);
    }
  }
}
