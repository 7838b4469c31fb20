package org.dossier.verification.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A verb in the past with the head of its subject: the last content word before it.
///
/// @param verb its stem
/// @param subject the head, in lower case
/// @param passive true for "was warned", false for "warned the inspectors"
public record SubjectVoice(String verb, String subject, boolean passive) {
  /// The number of words before a verb in which its subject is looked for.
  private static final int WINDOW = 5;

  /// A verb of `statement` whose subject does in the sources what the statement says is done to it,
  /// or the other way round.
  public static Optional<SubjectVoice> findReversed(
      AnalyzedText statement, List<AnalyzedText> texts) {
    var cited = texts.stream().flatMap(text -> findAll(text.words()).stream()).toList();
    return findAll(statement.words()).stream()
        .filter(own -> cited.stream().anyMatch(own::isReverseOf))
        .filter(own -> cited.stream().noneMatch(own::isSame))
        .findFirst();
  }

  private boolean isReverseOf(SubjectVoice other) {
    return hasSameWords(other) && passive != other.passive;
  }

  private boolean isSame(SubjectVoice other) {
    return hasSameWords(other) && passive == other.passive;
  }

  private boolean hasSameWords(SubjectVoice other) {
    return verb.equals(other.verb) && NameVariants.areSame(subject, other.subject);
  }

  private static List<SubjectVoice> findAll(List<Word> words) {
    var all = new ArrayList<SubjectVoice>();
    for (int at = 1; at < words.size(); at++) {
      var word = words.get(at);
      if (word.isPast() && word.isContentWord() && !word.negates()) {
        boolean passive = isPassive(words, at);
        var subject = passive || hasObject(words, at) ? subject(words, at) : null;
        if (subject != null) {
          all.add(new SubjectVoice(word.stem(), subject, passive));
        }
      }
    }
    return all;
  }

  /// "Was warned", "had been warned", "was not publicly warned".
  private static boolean isPassive(List<Word> words, int at) {
    for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
      var word = words.get(i);
      if (WordLists.PASSIVE.contains(word.lower())) {
        return true;
      }
      if (word.isContentWord() && !word.negates() && !word.lower().endsWith("ly")) {
        return false;
      }
    }
    return false;
  }

  /// An object directly after the verb: an article, a name, a number or a noun, but no preposition.
  private static boolean hasObject(List<Word> words, int at) {
    if (at + 1 >= words.size() || words.get(at + 1).clause() != words.get(at).clause()) {
      return false;
    }
    var next = words.get(at + 1);
    return DETERMINERS.contains(next.lower()) || (next.isContentWord() && !next.isPast());
  }

  private static final List<String> DETERMINERS =
      List.of("the", "a", "an", "its", "their", "his", "her", "that", "all", "both");

  private static @Nullable String subject(List<Word> words, int at) {
    for (int i = at - 1; i >= Math.max(0, at - WINDOW); i--) {
      var word = words.get(i);
      if (word.isContentWord() && !word.negates() && !word.lower().endsWith("ly")) {
        // "The owner, Karst Metals, had …": a name ends the clause before.
        boolean same = word.clause() == words.get(at).clause();
        return word.isPast() || (!same && !word.capital()) ? null : word.lower();
      }
    }
    return null;
  }
}
