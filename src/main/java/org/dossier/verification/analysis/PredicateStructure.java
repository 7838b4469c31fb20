package org.dossier.verification.analysis;

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
/// @param after the names after it, in order
/// @param hasObject true if an article or a possessive follows, so that the verb introduces no
///   words of a speaker
/// @param voice the relation of the verb to the names, read off the neighbouring words
public record PredicateStructure(
    String verb,
    List<NameMention> before,
    List<NameMention> after,
    boolean hasObject,
    Voice voice) {
  /// The maximum distance in words of a name from its verb. A name farther away usually belongs to
  /// another clause.
  private static final int MAX_DISTANCE = 9;

  /// The number of words before the verb in which an auxiliary of the passive is looked for: "was
  /// not publicly praised".
  private static final int AUXILIARY_WINDOW = 3;

  /// The number of words before the next name in which a joining word is looked for: "met with
  /// foreign minister Lavrov".
  private static final int JOIN_WINDOW = 3;

  private static final Set<String> DETERMINERS = Set.of("the", "a", "an", "his", "her", "its");
  private static final Set<String> JOINING = Set.of("with", "and");
  private static final Set<String> AUXILIARIES =
      Set.of("will", "would", "to", "did", "must", "should", "could", "can", "has");

  /// A name, represented by its last word.
  ///
  /// @param distance the distance to the verb in words; 1 for a neighbour
  public record NameMention(String key, int distance) {}

  /// The use of a verb.
  public enum Voice {
    ACTIVE,
    /// The passive, followed by "by".
    PASSIVE_BY,
    /// The passive, without "by".
    PASSIVE,
    /// The name after the verb is an agent too: "with Lavrov"; "…", said Lavrov.
    RECIPROCAL
  }

  /// All verbs of a text that have a name in their sentence. Reciprocal verbs ("met") are omitted.
  public static List<PredicateStructure> findAll(AnalyzedText text) {
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
    var before = new ArrayList<NameMention>();
    var after = new ArrayList<NameMention>();
    for (var name : names) {
      int place = lastWord(words, name);
      if (place < at && place >= 0) {
        before.add(new NameMention(words.get(place).lower(), at - place));
      } else if (place > at) {
        after.add(new NameMention(words.get(place).lower(), place - at));
      }
    }
    return new PredicateStructure(
        words.get(at).stem(),
        before,
        after,
        at + 1 < words.size() && DETERMINERS.contains(words.get(at + 1).lower()),
        voice(text, words, after, at));
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
    // "…, beating Kovac": a participle after a comma.
    boolean participle =
        word.lower().endsWith("ing") && words.get(at - 1).clause() != word.clause();
    return word.lower().endsWith("ed")
        || participle
        || (regular != null && (!regular.equals(word.lower()) || words.get(at - 1).capital()))
        || AUXILIARIES.contains(words.get(at - 1).lower());
  }

  private static Voice voice(AnalyzedText text, List<Word> words, List<NameMention> after, int at) {
    int next = after.isEmpty() ? words.size() - 1 : at + after.getFirst().distance();
    boolean together =
        words.subList(Math.max(at, next - JOIN_WINDOW), next).stream()
            .anyMatch(word -> JOINING.contains(word.lower()));
    if (together || isInverted(text, words, at)) {
      return Voice.RECIPROCAL;
    }
    boolean passive =
        words.subList(Math.max(0, at - AUXILIARY_WINDOW), at).stream()
            .anyMatch(word -> WordLists.PASSIVE.contains(word.lower()));
    // "The bridge, built by Berg": a participle without an auxiliary.
    boolean byFollows = at + 1 < words.size() && words.get(at + 1).lower().equals("by");
    if (!passive && !byFollows) {
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
  public Optional<Triple> triple() {
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    var one = before.getLast();
    var other = after.getFirst();
    boolean near = one.distance() <= MAX_DISTANCE && other.distance() <= MAX_DISTANCE;
    if (!near || NameVariants.areSame(one.key(), other.key())) {
      return Optional.empty();
    }
    return switch (voice) {
      case ACTIVE -> Optional.of(new Triple(one.key(), verb, other.key()));
      case PASSIVE_BY -> Optional.of(new Triple(other.key(), verb, one.key()));
      case PASSIVE, RECIPROCAL -> Optional.empty();
    };
  }

  /// An agent, a verb and a patient.
  public record Triple(String agent, String verb, String patient) {
    public Triple reversed() {
      return new Triple(patient, verb, agent);
    }

    public boolean matches(Triple other) {
      return verb.equals(other.verb)
          && NameVariants.areSame(agent, other.agent)
          && NameVariants.areSame(patient, other.patient);
    }
  }
}
