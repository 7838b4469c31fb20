package org.dossier.answer.extraction;

import java.util.ArrayList;
import java.util.List;
import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;
import org.dossier.question.QuestionAnalyzer;
import org.dossier.question.QuestionKind;
import org.dossier.retrieval.Evidence;

/// The plan for comparisons: each side is answered on its own, and the statements stay grouped by
/// side.
final class ComparePlan implements ExtractionPlan {
  private static final int MAX_EVIDENCE = 16;

  private final ExtractionPlan factPlan;
  private final ExtractionPlan topicPlan;

  ComparePlan(ExtractionPlan factPlan, ExtractionPlan topicPlan) {
    this.factPlan = factPlan;
    this.topicPlan = topicPlan;
  }

  @Override
  public Extraction extract(Question question, QuestionAnalysis analysis) {
    if (analysis.sides().isEmpty()) {
      return topicPlan.extract(question, analysis);
    }
    var plan = analysis.factual() ? factPlan : topicPlan;
    var extractions =
        analysis.sides().stream()
            .map(side -> plan.extract(question.searching(side), side(side, question)))
            .toList();
    return merge(extractions);
  }

  private static QuestionAnalysis side(String side, Question question) {
    var own = QuestionAnalyzer.analyze(side, question.askedOn());
    return new QuestionAnalysis(
        own.text(),
        QuestionKind.COMPARE,
        own.topic(),
        own.period(),
        own.recent(),
        List.of(),
        own.factual());
  }

  private static Extraction merge(List<Extraction> extractions) {
    int perSide = PlanSettings.of(QuestionKind.COMPARE).maxStatements();
    var chosen = new ArrayList<List<CandidateSentence>>();
    var candidates = new ArrayList<CandidateSentence>();
    var evidence = new ArrayList<Evidence>();
    for (var extraction : extractions) {
      for (var side : extraction.chosen()) {
        chosen.add(
            side.stream().limit(perSide).filter(sentence -> !isIn(chosen, sentence)).toList());
      }
      candidates.addAll(extraction.candidates());
      evidence.addAll(extraction.retrievalResult().evidence());
    }
    var first = extractions.getFirst();
    return new Extraction(
        QuestionKind.COMPARE,
        first.retrievalResult().withEvidence(EvidenceFinder.ranked(evidence, MAX_EVIDENCE)),
        chosen,
        0,
        null,
        candidates,
        extractions.stream().mapToDouble(Extraction::confidence).min().orElse(0),
        extractions.stream().mapToDouble(Extraction::relevance).min().orElse(0),
        first.features());
  }

  private static boolean isIn(List<List<CandidateSentence>> sides, CandidateSentence sentence) {
    return sides.stream()
        .flatMap(List::stream)
        .anyMatch(other ->
            other.span().equals(sentence.span()) && other.articleId().equals(sentence.articleId()));
  }
}
