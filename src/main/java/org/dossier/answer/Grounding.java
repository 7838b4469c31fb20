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

/// Finds the sentences of one evidence sheet that a draft stands on: those it points at, less those
/// that add nothing, or others that carry it. For one answer.
final class Grounding {
  /// More sentences than this in one citation are no help to a reader.
  private static final int MOST_CITED = 4;

  /// How many other sentences are tried: each costs a check while somebody waits.
  private static final int OTHERS = 3;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");
  private static final int SHORTEST_WORD = 3;

  private final StatementVerifier statementVerifier;
  private final NumberedEvidence sheet;
  private final Map<Line, Set<String>> words = new HashMap<>();
  private final Map<String, Integer> linesWith = new HashMap<>();

  Grounding(StatementVerifier statementVerifier, NumberedEvidence sheet) {
    this.statementVerifier = statementVerifier;
    this.sheet = sheet;
    for (var line : sheet.lines()) {
      var own = words(line.text());
      words.put(line, own);
      own.forEach(word -> linesWith.merge(word, 1, Integer::sum));
    }
  }

  /// How a draft stands.
  sealed interface Result {}

  /// What a draft stands on.
  ///
  /// @param lines those that it is to cite, at least one
  /// @param asWritten whether they are among those it pointed at
  record Supported(List<Line> lines, boolean asWritten) implements Result {}

  /// It stands on nothing, whatever it points at.
  ///
  /// @param rule the one that it breaks on what it points at
  record Unsupported(Verdict.Reason rule) implements Result {}

  Result ground(DraftStatement draftStatement) {
    var named =
        draftStatement.markers().stream()
            .flatMap(number -> sheet.line(number).stream())
            .limit(MOST_CITED)
            .toList();
    return switch (verdict(draftStatement, named)) {
      case Verdict.Supported _ -> new Supported(minimalCitations(draftStatement, named), true);
      case Verdict.Unsupported(var rule, _, _) ->
          elsewhere(draftStatement, named)
              .<Result>map(lines -> new Supported(lines, false))
              .orElseGet(() -> new Unsupported(rule));
    };
  }

  /// Sentences that carry the draft, though it did not point at them, or not at all of them.
  private Optional<List<Line>> elsewhere(DraftStatement draftStatement, List<Line> named) {
    var others = nearest(draftStatement, named);
    for (var other : others) {
      if (carried(draftStatement, List.of(other))) {
        return Optional.of(List.of(other));
      }
    }
    return together(draftStatement, named, others)
        .map(lines -> minimalCitations(draftStatement, lines));
  }

  /// The sentences named and the nearest other one, or the two nearest.
  private Optional<List<Line>> together(
      DraftStatement draftStatement, List<Line> named, List<Line> others) {
    var both = new ArrayList<>(named);
    others.stream().limit(named.isEmpty() ? 2 : 1).forEach(both::add);
    return both.size() > 1 && carried(draftStatement, both) ? Optional.of(both) : Optional.empty();
  }

  /// Leaves out what does not carry the draft alone and is not missed among the others.
  private List<Line> minimalCitations(DraftStatement draftStatement, List<Line> lines) {
    var needed = new ArrayList<>(lines);
    for (var line : lines.reversed()) {
      if (needed.size() == 1) {
        break;
      }
      var rest = needed.stream().filter(other -> !other.equals(line)).toList();
      if (!carried(draftStatement, List.of(line)) && carried(draftStatement, rest)) {
        needed.remove(line);
      }
    }
    return needed;
  }

  private boolean carried(DraftStatement draftStatement, List<Line> lines) {
    return switch (verdict(draftStatement, lines)) {
      case Verdict.Supported _ -> true;
      case Verdict.Unsupported _ -> false;
    };
  }

  /// On no lines at all, the rule broken is that of the source.
  private Verdict verdict(DraftStatement draftStatement, List<Line> lines) {
    return statementVerifier.check(
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

  /// The sentences not named that share most with the draft, rare words counting more; equal ones
  /// in their order.
  private List<Line> nearest(DraftStatement draftStatement, List<Line> named) {
    var wanted = words(draftStatement.text());
    return sheet.lines().stream()
        .filter(line -> !named.contains(line) && shared(wanted, line) > 0)
        .sorted(
            Comparator.comparingDouble((Line line) -> shared(wanted, line))
                .reversed()
                .thenComparingInt(Line::number))
        .limit(OTHERS)
        .toList();
  }

  private double shared(Set<String> wanted, Line line) {
    return words.getOrDefault(line, Set.of()).stream()
        .filter(wanted::contains)
        .mapToDouble(
            word -> Math.log(1.0 + sheet.lines().size() / (double) linesWith.getOrDefault(word, 1)))
        .sum();
  }

  private static Set<String> words(String text) {
    var words = new HashSet<String>();
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(found -> found.group())
        .filter(word -> word.length() >= SHORTEST_WORD || Character.isDigit(word.charAt(0)))
        .forEach(words::add);
    return words;
  }
}
