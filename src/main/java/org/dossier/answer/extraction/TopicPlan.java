package org.dossier.answer.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.dossier.answer.sentence.Speaker;
import org.dossier.answer.sentence.SubjectMatter;
import org.dossier.inference.Logistic;
import org.dossier.question.Period;
import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;
import org.dossier.question.QuestionKind;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalResult;
import org.jspecify.annotations.Nullable;

/// The plan for questions about a topic: central sentences of the articles about it, none of which
/// repeats another. No single sentence answers such a question, so the reader model is not asked.
final class TopicPlan implements ExtractionPlan {
  // Learned by src/training/plans.py from questions about topics: whether half of the facts that
  // people expect are shown.
  private static final double BIAS = -1.83;
  private static final double CONTEXT_COVERAGE = 1.69;
  private static final double COSINE = 6.25;
  private static final double LOG_SIZE = -0.61;

  /// The confidence that what was published in a period is what happened in it.
  private static final double WHOLE_PERIOD = 0.75;

  /// A passage with a smaller share of sentences that name the topic mentions it in passing.
  private static final double MAINLY = 0.4;

  /// The weight of the similarity with a chosen sentence.
  static final double REDUNDANCY = 3;

  private final EvidenceFinder evidenceFinder;

  TopicPlan(EvidenceFinder evidenceFinder) {
    this.evidenceFinder = evidenceFinder;
  }

  @Override
  public Extraction extract(Question question, QuestionAnalysis analysis) {
    var searched = analysis.topic().isBlank() ? question : question.searching(analysis.topic());
    var period = analysis.period();
    var retrievalResult = retrieve(searched, analysis);
    boolean isWholePeriod = analysis.topic().isBlank() && isPublishedIn(period, retrievalResult);
    var speaker = analysis.kind() == QuestionKind.SAID ? speaker(question, retrievalResult) : null;
    var candidates =
        Candidates.notCited(
            TopicSentences.rank(retrievalResult.evidence(), analysis.kind(), speaker),
            question,
            PlanSettings.of(analysis.kind()).margin());
    if (candidates.isEmpty()) {
      return Extraction.nothing(analysis.kind(), retrievalResult);
    }
    return new Extraction(
        analysis.kind(),
        retrievalResult,
        List.of(choose(askedFor(candidates, speaker, question, analysis), analysis)),
        0,
        null,
        candidates,
        isWholePeriod ? WHOLE_PERIOD : confidence(retrievalResult),
        period != null && analysis.topic().isBlank() ? 1 : Relevance.of(retrievalResult),
        Relevance.features(retrievalResult));
  }

  private static @Nullable Speaker speaker(Question question, RetrievalResult retrievalResult) {
    return Speaker.of(question.text())
        .map(speaker ->
            speaker.namedIn(
                retrievalResult.evidence().stream()
                    .flatMap(e -> e.analyzedSentences().stream().map(e::text))
                    .toList()))
        .orElse(null);
  }

  private RetrievalResult retrieve(Question question, QuestionAnalysis analysis) {
    var period = analysis.period();
    if (analysis.topic().isBlank() && period != null) {
      return evidenceFinder.ofPeriod(question, period);
    }
    return analysis.kind() == QuestionKind.LATEST
        ? evidenceFinder.ofNewest(question, period)
        : evidenceFinder.forTopic(question, period, analysis.kind() == QuestionKind.SAID);
  }

  /// For words that are asked for, those of the speaker about the subject matter; without any of
  /// them, all sentences about the subject matter, or else all words of the speaker.
  private static List<CandidateSentence> askedFor(
      List<CandidateSentence> candidates,
      @Nullable Speaker speaker,
      Question question,
      QuestionAnalysis analysis) {
    if (analysis.kind() != QuestionKind.SAID) {
      return candidates;
    }
    var subjectMatter = SubjectMatter.of(question.text());
    var naming =
        candidates.stream()
            .filter(candidate -> subjectMatter.isIn(candidate.text(), candidate.before()))
            .toList();
    var relevant =
        candidates.stream()
            .filter(candidate ->
                naming.contains(candidate) || naming.stream().anyMatch(candidate::continues))
            .toList();
    var words = ofSpeaker(relevant, speaker);
    if (!words.isEmpty()) {
      return words;
    }
    var otherWords = ofSpeaker(candidates, speaker);
    return !relevant.isEmpty() ? relevant : otherWords.isEmpty() ? candidates : otherWords;
  }

  private static List<CandidateSentence> ofSpeaker(
      List<CandidateSentence> candidates, @Nullable Speaker speaker) {
    return speaker == null
        ? candidates
        : candidates.stream()
            .filter(candidate -> speaker.speaksIn(candidate.text(), candidate.before()))
            .toList();
  }

  private static boolean isPublishedIn(@Nullable Period period, RetrievalResult retrievalResult) {
    return period != null
        && retrievalResult.evidence().stream()
            .map(e -> e.source().article().published())
            .anyMatch(period::isDuring);
  }

  static double confidence(RetrievalResult retrievalResult) {
    return Logistic.probability(
        BIAS
            + CONTEXT_COVERAGE * Relevance.contextCoverage(retrievalResult)
            + COSINE * Relevance.cosine(retrievalResult)
            + LOG_SIZE * Relevance.logSize(retrievalResult));
  }

  /// The best sentences, each of which adds to those before it (maximal marginal relevance;
  /// Carbonell, Goldstein: "The Use of MMR", 1998). A timeline has one sentence for each day.
  private static List<CandidateSentence> choose(
      List<CandidateSentence> candidates, QuestionAnalysis analysis) {
    var kind = analysis.kind();
    boolean hasTopic = !analysis.topic().isBlank();
    var chosen = new ArrayList<CandidateSentence>();
    var left =
        new ArrayList<>(
            kind == QuestionKind.TIMELINE
                ? TimelineEvents.of(candidates).stream().map(TimelineEvent::sentence).toList()
                : candidates);
    int most = PlanSettings.of(kind).maxStatements();
    while (chosen.size() < most && !left.isEmpty()) {
      left.removeIf(candidate ->
          repeats(candidate, chosen, kind) || (hasTopic && leavesTopic(candidate, chosen)));
      left.stream()
          .max(Comparator.comparingDouble(candidate -> marginalScore(candidate, chosen)))
          .ifPresent(best -> {
            chosen.add(best);
            left.remove(best);
          });
    }
    return chosen;
  }

  private static boolean repeats(
      CandidateSentence candidate, List<CandidateSentence> chosen, QuestionKind kind) {
    return chosen.stream()
        .anyMatch(other ->
            candidate.repeats(other)
                || (kind == QuestionKind.TIMELINE
                    && Objects.equals(Arrangement.day(candidate), Arrangement.day(other))));
  }

  /// True if the sentence has no word of the topic, which the best one has, does not continue one
  /// that has, and is in a passage that only mentions the topic in passing.
  private static boolean leavesTopic(CandidateSentence candidate, List<CandidateSentence> chosen) {
    return !chosen.isEmpty()
        && chosen.getFirst().sentence().ownCoverage() > 0
        && candidate.sentence().ownCoverage() == 0
        && shareOnTopic(candidate.evidence()) < MAINLY
        && chosen.stream()
            .noneMatch(other -> other.sentence().ownCoverage() > 0 && candidate.continues(other));
  }

  /// The share of the sentences of a passage that have a word of the topic.
  private static double shareOnTopic(Evidence evidence) {
    return evidence.analyzedSentences().stream()
        .mapToInt(sentence -> sentence.ownCoverage() > 0 ? 1 : 0)
        .average()
        .orElse(0);
  }

  private static double marginalScore(CandidateSentence candidate, List<CandidateSentence> chosen) {
    double similarity = chosen.stream().mapToDouble(candidate::similarity).max().orElse(0);
    return candidate.score() - REDUNDANCY * similarity;
  }
}
