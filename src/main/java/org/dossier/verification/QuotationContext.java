package org.dossier.verification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dossier.text.Span;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.NameIndex;
import org.dossier.verification.analysis.NameVariants;
import org.dossier.verification.analysis.Word;
import org.dossier.verification.analysis.WordLists;

/// The context of a quotation: a statement may not quote what depends on words before it as if it
/// were said by itself, nor ascribe it to a speaker of another source.
final class QuotationContext {
  private static final String MARK = "\"";
  private static final Set<String> SUBORDINATING = Set.of("that", "if", "whether");

  /// The number of words before a quotation that may turn its sense.
  private static final int WINDOW = 6;

  private static final Set<String> HEDGES =
      Set.of("if", "whether", "sure", "doubt", "wish", "wished", "unless", "hope", "hoped");

  private QuotationContext() {}

  static Optional<Violation> findViolation(AnalyzedText statement, AnalyzedSources sources) {
    for (var quotation : QuotationRule.quotations(statement.plain())) {
      var quoted = QuotationRule.words(quotation);
      var holders =
          sources.texts().stream()
              .filter(text -> QuotationRule.words(text.plain()).contains(quoted))
              .toList();
      if (!holders.isEmpty()
          && holders.stream().allMatch(text -> isDependent(text, quoted, statement))) {
        return violation("the words “%s” depend on others before them".formatted(quotation));
      }
      if (!holders.isEmpty() && isOfAnotherSpeaker(statement, holders, sources)) {
        return violation("another source than that of “%s” names the speaker".formatted(quotation));
      }
    }
    return Optional.empty();
  }

  /// "I had enough left", cut from "I was never sure that I had enough left".
  private static boolean isDependent(AnalyzedText text, String quoted, AnalyzedText statement) {
    var all = QuotationRule.words(text.plain());
    var before = List.of(all.substring(0, Math.max(0, all.indexOf(quoted))).strip().split(" ", -1));
    if (!SUBORDINATING.contains(before.getLast())) {
      return false;
    }
    var own = Set.copyOf(List.of(QuotationRule.words(statement.plain()).split(" ", -1)));
    return before.subList(Math.max(0, before.size() - WINDOW), before.size()).stream()
        .filter(word -> WordLists.NEGATORS.contains(word) || HEDGES.contains(word))
        .anyMatch(word -> !own.contains(word));
  }

  /// "…", Hale said, if the source of the quotation does not name Hale, and another source does.
  private static boolean isOfAnotherSpeaker(
      AnalyzedText statement, List<AnalyzedText> holders, AnalyzedSources sources) {
    return speakers(statement)
        .anyMatch(name ->
            holders.stream().noneMatch(text -> names(text, name))
                && sources.texts().stream().anyMatch(text -> names(text, name))
                && holders.stream().anyMatch(text -> !text.names().isEmpty()));
  }

  /// The last words of the names directly before or after the reporting verb next to a quotation.
  private static Stream<Word> speakers(AnalyzedText statement) {
    var words = statement.words();
    return Stream.iterate(0, at -> at < words.size(), at -> at + 1)
        .filter(at -> WordLists.REPORTING.contains(words.get(at).stem()) && words.get(at).isPast())
        .flatMap(at ->
            statement.names().stream()
                .filter(name -> isNextTo(name, words, at) && !isQuoted(statement, name))
                .map(name -> NameIndex.parts(statement, name).getLast()));
  }

  private static boolean isNextTo(Span name, List<Word> words, int at) {
    return (at > 0 && name.overlaps(words.get(at - 1).span()))
        || (at + 1 < words.size() && name.overlaps(words.get(at + 1).span()));
  }

  private static boolean isQuoted(AnalyzedText statement, Span name) {
    var before = statement.plain().substring(0, name.start());
    return (before.length() - before.replace(MARK, "").length()) % 2 == 1;
  }

  private static boolean names(AnalyzedText text, Word name) {
    return text.words().stream()
        .anyMatch(word -> word.capital() && NameVariants.areSame(word.lower(), name.lower()));
  }

  private static Optional<Violation> violation(String detail) {
    return Optional.of(new Violation(Reason.QUOTATION, detail));
  }
}
