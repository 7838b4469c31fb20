package org.dossier.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dossier.text.sentence.SentenceSplitter;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.Word;

/// The rule for causes. Cause and effect may not be exchanged, and a statement may not state a
/// cause of which the sources say nothing.
final class CauseRule implements Rule {
  /// After one of these comes the cause.
  private static final Set<String> CAUSE_FOLLOWS = Set.of("because", "owing", "thanks");

  /// After one of these comes the effect.
  private static final Set<String> EFFECT_FOLLOWS =
      Set.of(
          "therefore",
          "thus",
          "hence",
          "consequently",
          "led",
          "leads",
          "caused",
          "causes",
          "made",
          "makes",
          "forced",
          "prompted",
          "prompting",
          "so",
          "resulted",
          "resulting",
          "enabled");

  /// Those that need "to".
  private static final Set<String> LEADING = Set.of("led", "leads");

  /// Words that may express a cause, and in other sentences a time.
  private static final Set<String> POSSIBLE_CAUSES =
      Set.of(
          "since",
          "as",
          "due",
          "after",
          "result",
          "results",
          "reason",
          "for",
          "given",
          "by",
          "invitation",
          "request",
          "order",
          "orders",
          "response");

  /// @param cause the stems of its content words
  /// @param effect those of the effect
  private record Causation(Set<String> cause, Set<String> effect) {
    boolean isReversed(Causation other) {
      return common(cause, other.effect) + common(effect, other.cause)
          > common(cause, other.cause) + common(effect, other.effect);
    }

    private static long common(Set<String> stems, Set<String> others) {
      return stems.stream().filter(others::contains).count();
    }
  }

  @Override
  public Optional<Violation> findViolation(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    var own = causations(statement, CAUSE_FOLLOWS);
    if (own.isEmpty()) {
      return findReversedEffect(statement, analyzedSources);
    }
    var others =
        analyzedSources.texts().stream().flatMap(text -> allCausations(text).stream()).toList();
    boolean possible =
        analyzedSources.words().stream().anyMatch(word -> POSSIBLE_CAUSES.contains(word.lower()));
    if (others.isEmpty()) {
      return possible ? Optional.empty() : violation("no source states this cause");
    }
    return own.stream().anyMatch(causation -> others.stream().allMatch(causation::isReversed))
        ? violation("cause and effect are exchanged")
        : Optional.empty();
  }

  /// "The delay caused the dispute", if the dispute caused the delay.
  private static Optional<Violation> findReversedEffect(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    var own = causations(statement, EFFECT_FOLLOWS);
    var others =
        analyzedSources.texts().stream().flatMap(text -> allCausations(text).stream()).toList();
    boolean reversed =
        own.stream()
            .anyMatch(
                causation -> !others.isEmpty() && others.stream().allMatch(causation::isReversed));
    return reversed ? violation("cause and effect are exchanged") : Optional.empty();
  }

  private static List<Causation> allCausations(AnalyzedText text) {
    return Stream.concat(
            causations(text, CAUSE_FOLLOWS).stream(), causations(text, EFFECT_FOLLOWS).stream())
        .toList();
  }

  private static List<Causation> causations(AnalyzedText text, Set<String> connectives) {
    return SentenceSplitter.split(text.plain()).stream()
        .map(sentence ->
            text.words().stream().filter(word -> sentence.contains(word.span())).toList())
        .flatMap(words -> causation(words, connectives).stream())
        .toList();
  }

  private static Optional<Causation> causation(List<Word> words, Set<String> connectives) {
    for (int at = 0; at < words.size(); at++) {
      if (connectives.contains(words.get(at).lower()) && isConnective(words, at)) {
        var before = stems(words.subList(0, at));
        int end = at == 0 ? endOfClause(words) : words.size();
        var after = stems(words.subList(at + 1, end));
        var other = at == 0 ? stems(words.subList(end, words.size())) : before;
        return Optional.of(
            connectives.equals(CAUSE_FOLLOWS) || isPassive(words, at)
                ? new Causation(after, other)
                : new Causation(other, after));
      }
    }
    return Optional.empty();
  }

  /// "Was caused by".
  private static boolean isPassive(List<Word> words, int at) {
    return at + 1 < words.size() && words.get(at + 1).lower().equals("by");
  }

  /// "Led to", but not "led the trial".
  private static boolean isConnective(List<Word> words, int at) {
    var next = at + 1 < words.size() ? words.get(at + 1).lower() : "";
    return !LEADING.contains(words.get(at).lower()) || next.equals("to");
  }

  /// "Because the pier collapsed, …": the clause after the connective.
  private static int endOfClause(List<Word> words) {
    int end = 1;
    while (end < words.size() && words.get(end).clause() == words.getFirst().clause()) {
      end++;
    }
    return end;
  }

  private static Set<String> stems(List<Word> words) {
    var stems = new HashSet<String>();
    words.stream().filter(Word::isContentWord).map(Word::stem).forEach(stems::add);
    return stems;
  }

  private static Optional<Violation> violation(String detail) {
    return Optional.of(new Violation(Reason.ROLES, detail));
  }
}
