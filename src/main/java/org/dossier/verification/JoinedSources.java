package org.dossier.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dossier.text.Span;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.Appositions;
import org.dossier.verification.analysis.NameIndex;
import org.dossier.verification.analysis.NameVariants;
import org.dossier.verification.analysis.Word;
import org.dossier.verification.analysis.WordLists;
import org.dossier.verification.analysis.WordRelations;

/// The rule for statements that cite several sources. Each clause must be in one of them: "Berg
/// opened the bridge" and "Quill opened the pier" do not support "Quill opened the bridge".
final class JoinedSources implements Rule {
  /// Words that begin a clause without a comma.
  private static final Set<String> CLAUSE_WORDS =
      Set.of(
          "and",
          "or",
          "but",
          "while",
          "whereas",
          "when",
          "after",
          "before",
          "as",
          "which",
          "who",
          "that",
          "because",
          "since",
          "for",
          "with",
          "to",
          "following");

  private static final Set<String> DETERMINERS = Set.of("the", "a", "its", "their", "his", "her");
  private static final Set<String> POSSESSIVES = Set.of("its", "their", "theirs", "our", "my");
  private static final Pattern YEAR = Pattern.compile("\\p{Nd}{4}");

  @Override
  public Optional<Violation> findViolation(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    if (analyzedSources.texts().size() < 2) {
      return Optional.empty();
    }
    return clauses(statement).stream()
        .filter(clause -> isJoined(clause, statement, analyzedSources))
        .findFirst()
        .map(clause -> new Violation(Reason.JOINED, detail(clause, statement)));
  }

  private static String detail(List<Word> clause, AnalyzedText statement) {
    var words =
        statement
            .plain()
            .substring(clause.getFirst().span().start(), clause.getLast().span().end());
    return "no single source says “%s”".formatted(words);
  }

  private static List<List<Word>> clauses(AnalyzedText statement) {
    var clauses = new ArrayList<List<Word>>();
    int clause = -1;
    for (var word : statement.words()) {
      boolean begins = word.clause() != clause || CLAUSE_WORDS.contains(word.lower());
      if (begins) {
        clauses.add(new ArrayList<>());
      }
      clause = word.clause();
      clauses.getLast().add(word);
    }
    return clauses;
  }

  /// True if every source lacks a word of the clause that another source has.
  private static boolean isJoined(
      List<Word> clause, AnalyzedText statement, AnalyzedSources sources) {
    var words =
        clause.stream()
            .filter(word -> !isYearOfAName(word, statement))
            .filter(
                word -> says(word) && sources.texts().stream().anyMatch(text -> has(text, word)))
            .toList();
    return words.size() > 1
        && IntStream.range(0, sources.texts().size())
            .noneMatch(
                source -> words.stream().allMatch(word -> says(word, statement, sources, source)));
  }

  /// "The 2014 contract".
  private static boolean isYearOfAName(Word word, AnalyzedText statement) {
    int at = statement.words().indexOf(word);
    return YEAR.matcher(word.lower()).matches()
        && at > 0
        && DETERMINERS.contains(statement.words().get(at - 1).lower());
  }

  /// True if the text of a source has the word, or another word of the same name, or a pronoun for
  /// a name that its context has.
  private static boolean says(
      Word word, AnalyzedText statement, AnalyzedSources sources, int source) {
    var text = sources.texts().get(source);
    if (has(text, word)) {
      return true;
    }
    var name = Span.firstOverlapping(statement.names(), word.span());
    if (name == null) {
      return Appositions.namesOf(word, sources.texts()).stream()
          .anyMatch(other -> has(text, other));
    }
    boolean named = NameIndex.parts(statement, name).stream().anyMatch(part -> has(text, part));
    return named || (hasOpenPronoun(text) && has(sources.contexts().get(source), word));
  }

  /// A pronoun that can mean a name of the context, because no name of the text comes before it.
  private static boolean hasOpenPronoun(AnalyzedText text) {
    int name = text.names().isEmpty() ? Integer.MAX_VALUE : text.names().getFirst().start();
    return text.words().stream()
        .anyMatch(word ->
            WordLists.PRONOUNS.contains(word.lower())
                && (word.span().start() < name || !POSSESSIVES.contains(word.lower())));
  }

  private static boolean says(Word word) {
    return word.isContentWord()
        && !WordLists.EMPTY.contains(word.stem())
        && !WordLists.REPORTING.contains(word.stem())
        && (word.capital() || !WordLists.ROLE_STEMS.contains(word.stem()));
  }

  private static boolean has(AnalyzedText text, Word word) {
    return text.words().stream()
        .anyMatch(other ->
            other.stem().equals(word.stem())
                || (word.capital()
                    ? NameVariants.areSame(word.lower(), other.lower())
                    : WordRelations.canRetell(word.stem(), other.stem())));
  }
}
