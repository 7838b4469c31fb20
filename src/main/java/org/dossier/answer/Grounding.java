package org.dossier.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.answer.NumberedEvidence.Line;
import org.dossier.answer.draft.DraftStatement;
import org.dossier.verification.Source;
import org.dossier.verification.StatementVerifier;
import org.dossier.verification.Verdict;

/// Finds the sentences of the numbered evidence that support a draft: those that the draft cites,
/// less those that add nothing, or other sentences that support it. For one answer.
final class Grounding {
  /// The maximum number of sentences that one statement cites; more do not help a reader.
  private static final int MAX_CITED = 4;

  /// The number of other sentences to try. Each costs a verification while the user waits.
  private static final int MAX_OTHERS = 3;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");
  private static final int MIN_WORD_LENGTH = 3;

  private final StatementVerifier statementVerifier;
  private final NumberedEvidence evidence;
  private final Map<Line, Set<String>> words = new HashMap<>();
  private final Map<String, Integer> linesWith = new HashMap<>();

  Grounding(StatementVerifier statementVerifier, NumberedEvidence evidence) {
    this.statementVerifier = statementVerifier;
    this.evidence = evidence;
    for (var line : evidence.lines()) {
      var own = words(line.text());
      words.put(line, own);
      own.forEach(word -> linesWith.merge(word, 1, Integer::sum));
    }
  }

  /// The result for one draft.
  sealed interface Result {}

  /// The draft is supported.
  ///
  /// @param lines the sentences to cite, at least one
  /// @param asWritten true if the draft cited them itself
  record Supported(List<Line> lines, boolean asWritten) implements Result {}

  /// Nothing supports the draft, regardless of its citations.
  ///
  /// @param rule the rule that it violates against the sentences it cites
  record Unsupported(Verdict.Reason rule) implements Result {}

  Result ground(DraftStatement draftStatement) {
    var cited =
        draftStatement.markers().stream()
            .flatMap(number -> evidence.line(number).stream())
            .limit(MAX_CITED)
            .toList();
    return switch (verdict(draftStatement, cited)) {
      case Verdict.Supported _ -> new Supported(minimalCitations(draftStatement, cited), true);
      case Verdict.Unsupported(var rule, _, _) ->
          findOtherSupport(draftStatement, cited)
              .<Result>map(lines -> new Supported(lines, false))
              .orElseGet(() -> new Unsupported(rule));
    };
  }

  /// Sentences that support the draft although it does not cite them, or not all of them.
  private Optional<List<Line>> findOtherSupport(DraftStatement draftStatement, List<Line> cited) {
    var others = nearest(draftStatement, cited);
    for (var other : others) {
      if (isSupported(draftStatement, List.of(other))) {
        return Optional.of(List.of(other));
      }
    }
    return findCombinedSupport(draftStatement, cited, others)
        .map(lines -> minimalCitations(draftStatement, lines));
  }

  /// The cited sentences and the most similar other one; the two most similar ones if the draft
  /// cites none.
  private Optional<List<Line>> findCombinedSupport(
      DraftStatement draftStatement, List<Line> cited, List<Line> others) {
    var both = new ArrayList<>(cited);
    others.stream().limit(cited.isEmpty() ? 2 : 1).forEach(both::add);
    return both.size() > 1 && isSupported(draftStatement, both)
        ? Optional.of(both)
        : Optional.empty();
  }

  /// Removes sentences that do not support the draft alone and are not needed among the others.
  private List<Line> minimalCitations(DraftStatement draftStatement, List<Line> lines) {
    var needed = new ArrayList<>(lines);
    for (var line : lines.reversed()) {
      if (needed.size() == 1) {
        break;
      }
      var rest = needed.stream().filter(other -> !other.equals(line)).toList();
      if (!isSupported(draftStatement, List.of(line)) && isSupported(draftStatement, rest)) {
        needed.remove(line);
      }
    }
    return needed;
  }

  private boolean isSupported(DraftStatement draftStatement, List<Line> lines) {
    return switch (verdict(draftStatement, lines)) {
      case Verdict.Supported _ -> true;
      case Verdict.Unsupported _ -> false;
    };
  }

  /// The sentence that is most similar to the draft; none if no sentence shares a word with it.
  List<Line> closest(DraftStatement draftStatement) {
    return nearest(draftStatement, List.of()).stream().limit(1).toList();
  }

  /// Without any lines, the violated rule is that of the source.
  Verdict verdict(DraftStatement draftStatement, List<Line> lines) {
    return statementVerifier.verify(
        draftStatement.text(), lines.stream().map(Grounding::source).toList());
  }

  private static Source source(Line line) {
    var article = line.source().article();
    var context =
        Stream.of(article.headline(), article.publisher(), line.evidence().text())
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n"));
    return new Source(line.text(), context, article.published());
  }

  /// The uncited sentences that share most words with the draft, rare words weighing more; equal
  /// ones in their order.
  private List<Line> nearest(DraftStatement draftStatement, List<Line> cited) {
    var draftWords = words(draftStatement.text());
    return evidence.lines().stream()
        .filter(line -> !cited.contains(line) && shared(draftWords, line) > 0)
        .sorted(
            Comparator.comparingDouble((Line line) -> shared(draftWords, line))
                .reversed()
                .thenComparingInt(Line::number))
        .limit(MAX_OTHERS)
        .toList();
  }

  private double shared(Set<String> draftWords, Line line) {
    return words.getOrDefault(line, Set.of()).stream()
        .filter(draftWords::contains)
        .mapToDouble(word ->
            Math.log(1.0 + evidence.lines().size() / (double) linesWith.getOrDefault(word, 1)))
        .sum();
  }

  private static Set<String> words(String text) {
    var words = new HashSet<String>();
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(found -> found.group())
        .filter(word -> word.length() >= MIN_WORD_LENGTH || Character.isDigit(word.charAt(0)))
        .forEach(words::add);
    return words;
  }
}
