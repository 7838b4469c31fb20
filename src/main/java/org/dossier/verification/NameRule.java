package org.dossier.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.text.Span;
import org.dossier.text.sentence.SentenceSplitter;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.LightStemmer;
import org.dossier.verification.analysis.NameIndex;
import org.dossier.verification.analysis.NameVariants;
import org.dossier.verification.analysis.Word;
import org.dossier.verification.analysis.WordLists;
import org.dossier.verification.analysis.WordRelations;

/// The rule for names. Every name must be in the cited words, in one of its possible spellings. The
/// context may complete a cited name ("Sergei Lavrov" for "Lavrov") and resolve "he" or "the
/// minister". It may never replace one name by another.
final class NameRule implements Rule {
  /// Pronouns for the subject of a sentence.
  private static final Set<String> OPEN = Set.of("he", "she", "they");

  private static final List<String> COMMON_NOUN_ENDINGS =
      List.of("ers", "ors", "ists", "ants", "ents", "ions", "als", "ings", "ties", "ees");

  @Override
  public Optional<Violation> findViolation(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    if (statement.names().isEmpty()) {
      return Optional.empty();
    }
    var comparison =
        new Comparison(
            statement,
            analyzedSources,
            new NameIndex(analyzedSources.texts()),
            new NameIndex(List.of(statement)));
    return statement.names().stream()
        .map(comparison::violation)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private record Comparison(
      AnalyzedText statement, AnalyzedSources sources, NameIndex cited, NameIndex own) {

    Optional<Violation> violation(Span name) {
      var parts = NameIndex.parts(statement, name);
      var missing = missing(parts);
      if (missing.isEmpty()) {
        return combinesTwoNames(parts)
            ? violation(name, "combines parts of two names of the sources")
            : Optional.empty();
      }
      if (isCommonNounAtStart(name, parts)
          || isCompletedByContext(parts, missing)
          || resolvesPronoun(parts)) {
        return Optional.empty();
      }
      return violation(name, "is in no source");
    }

    private Optional<Violation> violation(Span name, String fault) {
      return Optional.of(
          new Violation(
              Reason.NAME, "the name “%s” %s".formatted(name.of(statement.plain()), fault)));
    }

    private List<Word> missing(List<Word> parts) {
      var missing = new ArrayList<Word>();
      for (var word : parts) {
        if ((word.isContentWord() || isNumeral(word, parts)) && !cited.contains(word)) {
          missing.add(word);
        }
      }
      if (missing.size() > 1) {
        int from = parts.indexOf(missing.getFirst());
        int to = parts.indexOf(missing.getLast());
        if (cited.containsInitialsOf(parts.subList(from, to + 1))) {
          return List.of();
        }
      }
      return missing;
    }

    /// The "I" of "Elizabeth I".
    private static boolean isNumeral(Word word, List<Word> parts) {
      return word.capital() && word.lower().length() == 1 && !word.equals(parts.getFirst());
    }

    /// "Negotiators from both sides": a word that is capitalized only because it starts a sentence.
    private boolean isCommonNounAtStart(Span name, List<Word> parts) {
      boolean opens =
          parts.size() == 1
              && SentenceSplitter.split(statement.plain()).stream()
                  .anyMatch(sentence -> sentence.start() == name.start());
      if (opens && isFormOfCommonWord(parts.getFirst())) {
        return true;
      }
      return opens
          && omitsNoName()
          && COMMON_NOUN_ENDINGS.stream().anyMatch(parts.getFirst().lower()::endsWith);
    }

    /// "Lorry", if the sources have "lorries", and "Fierce", if they have "ferocious".
    private boolean isFormOfCommonWord(Word word) {
      return sources.texts().stream()
          .flatMap(text -> text.words().stream())
          .filter(other -> !other.capital() || other.span().start() == 0)
          .anyMatch(other ->
              other.stem().equals(word.stem())
                  || LightStemmer.areForms(word.lower(), other.lower())
                  || WordRelations.canRetell(word.stem(), other.stem()));
    }

    /// "Sergei Baqeri", if the sources name Sergei Lavrov and Ali Baqeri.
    private boolean combinesTwoNames(List<Word> parts) {
      var proper = parts.stream().filter(Comparison::isProper).toList();
      for (int i = 1; i < proper.size(); i++) {
        var first = proper.get(i - 1);
        var second = proper.get(i);
        if (!occurTogether(first, second) && occurSeparately(first, second)) {
          return true;
        }
      }
      return false;
    }

    private static boolean isProper(Word word) {
      return word.capital()
          && !WordLists.ROLES.contains(word.lower())
          && !WordLists.ROLES.contains(word.stem())
          && word.lower().length() > 1;
    }

    private boolean occurTogether(Word first, Word second) {
      return cited.names().stream()
          .anyMatch(name -> contains(name, first) && contains(name, second));
    }

    /// True if the first word is followed by another word in every name that contains it, and the
    /// second word occurs in another name.
    private boolean occurSeparately(Word first, Word second) {
      return cited.names().stream().anyMatch(name -> isFollowed(name, first))
          && cited.names().stream().anyMatch(name -> contains(name, second))
          && cited.names().stream().noneMatch(name -> name.size() == 1 && contains(name, first));
    }

    private static boolean isFollowed(List<Word> name, Word word) {
      var proper = name.stream().filter(Comparison::isProper).toList();
      for (int i = 0; i + 1 < proper.size(); i++) {
        if (NameVariants.areSame(proper.get(i).lower(), word.lower())) {
          return true;
        }
      }
      return false;
    }

    private static boolean contains(List<Word> name, Word word) {
      return name.stream().anyMatch(other -> NameVariants.areSame(other.lower(), word.lower()));
    }

    /// True if one word of the name is cited, and one sentence of the context has it together with
    /// the missing words.
    private boolean isCompletedByContext(List<Word> parts, List<Word> missing) {
      var anchors =
          parts.stream().filter(word -> isProper(word) && !missing.contains(word)).toList();
      if (anchors.isEmpty()) {
        return false;
      }
      var surname = anchors.getLast();
      return sources.contexts().stream()
          .flatMap(context -> NameRule.sentences(context).stream())
          .anyMatch(sentence ->
              missing.stream().allMatch(sentence::contains) && sentence.contains(surname));
    }

    /// True if the cited words refer to a person without a name, and the statement may name that
    /// person.
    private boolean resolvesPronoun(List<Word> parts) {
      return ((hasUnmatchedReference() && omitsNoName()) || hasOpenPronoun())
          && sources.contexts().stream()
              .anyMatch(context -> {
                var index = new NameIndex(List.of(context));
                return parts.stream().filter(Word::isContentWord).allMatch(index::contains);
              });
    }

    /// A pronoun before all names of its text, which means a person of the context, if the
    /// statement uses no such pronoun.
    private boolean hasOpenPronoun() {
      return statement.words().stream().noneMatch(word -> OPEN.contains(word.lower()))
          && sources.texts().stream()
              .anyMatch(text -> {
                int name =
                    text.names().isEmpty() ? Integer.MAX_VALUE : text.names().getFirst().start();
                return text.words().stream()
                    .takeWhile(word -> word.span().start() < name)
                    .anyMatch(word -> OPEN.contains(word.lower()));
              });
    }

    private boolean hasUnmatchedReference() {
      var here = references(statement.words());
      return references(sources.words()) > here;
    }

    private static long references(List<Word> words) {
      return words.stream()
          .filter(word ->
              WordLists.PRONOUNS.contains(word.lower())
                  || (!word.capital() && WordLists.ROLES.contains(word.lower())))
          .count();
    }

    /// True if every name of the cited words is in the statement too.
    private boolean omitsNoName() {
      return cited.names().stream()
          .allMatch(name -> name.stream().anyMatch(word -> isProper(word) && own.contains(word)));
    }
  }

  private static List<NameIndex> sentences(AnalyzedText context) {
    return SentenceSplitter.split(context.plain()).stream()
        .map(sentence -> new NameIndex(List.of(AnalyzedText.of(sentence.of(context.plain())))))
        .toList();
  }
}
