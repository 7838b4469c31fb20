package org.dossier.verification;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dossier.inference.Logistic;
import org.dossier.text.NumberWords;
import org.dossier.text.Span;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.RetoldWords;
import org.dossier.verification.analysis.Word;
import org.dossier.verification.analysis.WordLists;

/// A word of a statement that adds something to its sources: no cited word has its stem, a meaning
/// in common or a related form, and no cited word is similar in its place.
///
/// @param text the word as written
/// @param similarity the cosine of the most similar word of the sources
record AddedWord(String text, double similarity) {
  /// The similarity at which an added word is as likely a paraphrase as an addition, and the
  /// steepness of the likelihood around it. Falsified words mostly lie below, synonyms above.
  private static final double EVEN_SIMILARITY = 0.71;

  private static final double STEEPNESS = 25;

  /// The stem of "people".
  private static final String PERSON = "person";

  /// The words between a name and the noun that describes it.
  private static final Pattern DESCRIBES = Pattern.compile(", (?:an?|the) ");

  /// The probability, 0 to 1, that the word only paraphrases the sources.
  double support() {
    return Logistic.probability(STEEPNESS * (similarity - EVEN_SIMILARITY));
  }

  /// The added word with the lowest similarity. Names, numbers and dates have their own rules.
  static Optional<AddedWord> find(
      AnalyzedText statement, RetoldWords retoldWords, SemanticSimilarity similarity) {
    return similarity.comparedSpans().stream()
        .flatMap(span -> wordAt(statement, span).stream())
        .filter(word ->
            says(word)
                || isUnknownRole(word, retoldWords)
                || countsPeople(statement.words(), word)
                || isAttribute(statement.words(), word))
        .filter(word -> !retoldWords.contains(word))
        .map(word ->
            new AddedWord(
                word.span().of(statement.plain()),
                mustBeRetold(word) || describesName(statement, word)
                    ? 0
                    : similarity.nearestUnused(word.span())))
        .min(Comparator.comparingDouble(AddedWord::similarity));
  }

  private static Optional<Word> wordAt(AnalyzedText statement, Span span) {
    return statement.words().stream().filter(word -> word.span().overlaps(span)).findFirst();
  }

  /// The "state" of "state companies": a noun for a role that only describes another one.
  private static boolean isAttribute(List<Word> words, Word word) {
    int at = words.indexOf(word);
    return !word.capital()
        && WordLists.ROLE_STEMS.contains(word.stem())
        && at + 1 < words.size()
        && words.get(at + 1).clause() == word.clause()
        && words.get(at + 1).isContentWord()
        && !words.get(at + 1).capital()
        && !words.get(at + 1).isPast();
  }

  /// The "people" of "500 people", which may be doses in the sources.
  private static boolean countsPeople(List<Word> words, Word word) {
    int at = words.indexOf(word);
    return word.stem().equals(PERSON)
        && at > 0
        && (Character.isDigit(words.get(at - 1).lower().codePointAt(0))
            || NumberWords.value(words.get(at - 1).lower()) > 0
            || NumberWords.scale(words.get(at - 1).lower()) > 0);
  }

  /// "The president", if neither the sources nor their context have one.
  private static boolean isUnknownRole(Word word, RetoldWords retoldWords) {
    return WordLists.ROLE_STEMS.contains(word.stem())
        && !word.isPast()
        && !WordLists.GENERAL_ROLES.contains(word.stem())
        && !retoldWords.isInContext(word);
  }

  /// The "professor" of "Ada Quill, a professor of music," and of "professor Ada Quill".
  private static boolean describesName(AnalyzedText statement, Word word) {
    int end = word.span().end();
    boolean before =
        statement.names().stream()
            .anyMatch(name -> name.start() == end + 1 && statement.plain().charAt(end) == ' ');
    return !word.capital()
        && !word.isPast()
        && (before
            || statement.names().stream()
                .filter(name -> name.end() < word.span().start())
                .anyMatch(name ->
                    DESCRIBES
                        .matcher(statement.plain().substring(name.end(), word.span().start()))
                        .matches()));
  }

  /// Roles and grave words differ from similar ones too much: "the president" and "the professor",
  /// "murdered" and "killed".
  private static boolean mustBeRetold(Word word) {
    return WordLists.ROLE_STEMS.contains(word.stem()) || WordLists.GRAVE.contains(word.stem());
  }

  /// False for words that say nothing by themselves, such as "include", and for nouns that replace
  /// a name, such as "minister".
  private static boolean says(Word word) {
    return word.isContentWord()
        && Character.isLetter(word.lower().codePointAt(0))
        && !word.negates()
        && !WordLists.REPORTING.contains(word.stem())
        && !WordLists.EMPTY.contains(word.stem())
        && !WordLists.ROLE_STEMS.contains(word.stem());
  }
}
