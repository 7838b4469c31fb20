package org.dossier.answer.extraction;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dossier.question.QuestionAnalysis;
import org.dossier.question.QuestionKind;

/// How much a question for a fact means the present. Archives contain what was true before, too.
enum Recency {
  /// A period, or a kind of question to which the age makes no difference.
  NONE(0, 0, 0),

  /// "Who designed the bridge?": of nearly equal answers, the newer one.
  PAST(0.6, 0, 0),

  /// "Who is the mayor?": the newest article that answers leads, unless it answers less clearly.
  PRESENT(0.6, 1, 3),

  /// "Who is the mayor now?": the same, more strictly.
  NOW(1, 2, 5);

  private static final double DAYS_OF_A_WEEK = 7;

  /// How far the score of a sentence that answers may be below the best one.
  private static final double ANSWERING = 4;

  /// The age of what has no date.
  private static final long UNKNOWN_AGE = 365;

  private final double weight;
  private final double leadWeight;
  private final double mostOfLead;

  /// @param mostOfLead the greatest number of points that an age costs when the lead is chosen: a
  ///   clearly better answer stays first
  Recency(double weight, double leadWeight, double mostOfLead) {
    this.weight = weight;
    this.leadWeight = leadWeight;
    this.mostOfLead = mostOfLead;
  }

  static Recency of(QuestionAnalysis analysis) {
    if (analysis.recent()) {
      return NOW;
    }
    boolean isFact = analysis.kind() == QuestionKind.FACT || analysis.kind() == QuestionKind.YES_NO;
    return analysis.period() != null || !isFact ? NONE : analysis.present() ? PRESENT : PAST;
  }

  /// The weight of the age on the day of asking.
  double weight() {
    return weight;
  }

  /// The sentence that leads; empty if ages on the day of asking decide. Here, ages are counted
  /// from the newest sentence that answers: when an archive ends long before the day of asking, all
  /// its articles are about equally old on that day.
  ///
  /// @param scored the candidates by their scores regardless of time, in any order
  Optional<CandidateSentence> lead(List<CandidateSentence> scored, LocalDate askedOn) {
    double best = scored.stream().mapToDouble(CandidateSentence::score).max().orElse(0);
    return leadWeight == 0
        ? Optional.empty()
        : scored.stream()
            .filter(candidate -> candidate.score() >= best - ANSWERING)
            .map(CandidateSentence::published)
            .filter(Objects::nonNull)
            .filter(day -> !day.isAfter(askedOn))
            .max(Comparator.naturalOrder())
            .flatMap(newest ->
                scored.stream()
                    .max(
                        Comparator.comparingDouble((CandidateSentence candidate) ->
                                candidate.score() - loss(candidate, newest))
                            .thenComparing(CandidateSentence.BEST_FIRST.reversed())));
  }

  private double loss(CandidateSentence candidate, LocalDate newest) {
    var published = candidate.published();
    long age =
        published == null ? UNKNOWN_AGE : Math.max(0, ChronoUnit.DAYS.between(published, newest));
    return Math.min(mostOfLead, leadWeight * Math.log1p(age / DAYS_OF_A_WEEK));
  }
}
