package org.dossier.chat.suggestion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answered;
import org.dossier.answer.Answerer;
import org.dossier.answer.Clarification;
import org.dossier.answer.Related;
import org.dossier.question.Question;
import org.dossier.search.Filters;

/// Validates generated questions before they are shown. A question is good if the archive answers
/// it, with enough confidence, from the sentence that it was generated from.
final class QuestionValidator {
  private final Answerer answerer;
  private final Budget budget;
  private final Clock clock;

  QuestionValidator(Answerer answerer, Budget budget, Clock clock) {
    this.answerer = answerer;
    this.budget = budget;
    this.clock = clock;
  }

  /// The limits of a validation.
  ///
  /// @param maxQuestions the number of good questions after which it ends
  /// @param maxCandidates the maximum number of questions to try
  /// @param timeout the time after which it ends, regardless of the result
  /// @param minConfidence the minimum confidence of the answers, 0 to 1
  record Budget(int maxQuestions, int maxCandidates, Duration timeout, double minConfidence) {}

  /// The first good questions among `candidates` whose answer also satisfies `condition`. Takes at
  /// most the time of the budget.
  List<String> findGood(
      List<CandidateQuestion> candidates, Filters filters, Predicate<Answered> condition) {
    Instant deadline = clock.instant().plus(budget.timeout());
    var found = new ArrayList<String>();
    for (var candidate : candidates.stream().limit(budget.maxCandidates()).toList()) {
      if (found.size() == budget.maxQuestions() || clock.instant().isAfter(deadline)) {
        break;
      }
      if (isGood(candidate, filters, condition)) {
        found.add(candidate.question());
      }
    }
    return List.copyOf(found);
  }

  private boolean isGood(
      CandidateQuestion candidate, Filters filters, Predicate<Answered> condition) {
    var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    var question = new Question(candidate.question(), filters, today);
    return switch (answerer.answerExtractively(question)) {
      case Related _, Clarification _, About _, Abstained _ -> false;
      case Answered answered ->
          answered.confidence() >= budget.minConfidence()
              && candidate.isCitedBy(answered)
              && condition.test(answered);
    };
  }
}
