package org.dossier.evaluation.question;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The figures of the questions of one type or kind.
///
/// @param name the type or kind
/// @param questions number of questions; at least 1
/// @param correct number of questions whose reply was as expected
/// @param outcomes number of questions by outcome; outcomes that did not occur are absent
/// @param nuggets mean share of the expected nuggets that the replies show; `null` if no question
///   states any
public record Breakdown(
    String name,
    int questions,
    int correct,
    Map<Outcome, Integer> outcomes,
    @Nullable Double nuggets) {
  public Breakdown {
    outcomes = Collections.unmodifiableMap(outcomes);
  }

  /// One entry for each name, sorted by name.
  static List<Breakdown> by(
      List<EvaluatedQuestion> questions, Function<EvaluatedQuestion, String> name) {
    var groups =
        questions.stream().collect(Collectors.groupingBy(name, TreeMap::new, Collectors.toList()));
    return groups.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList();
  }

  private static Breakdown of(String name, List<EvaluatedQuestion> questions) {
    var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
    questions.forEach(question -> outcomes.merge(question.outcome(), 1, Integer::sum));
    int correct =
        (int) questions.stream().filter(question -> question.judgement().isCorrect()).count();
    var withNuggets = questions.stream().filter(EvaluatedQuestion::statesNuggets).toList();
    var nuggets =
        withNuggets.isEmpty()
            ? null
            : withNuggets.stream()
                .mapToDouble(EvaluatedQuestion::shareOfNuggets)
                .average()
                .orElseThrow();
    return new Breakdown(name, questions.size(), correct, outcomes, nuggets);
  }
}
