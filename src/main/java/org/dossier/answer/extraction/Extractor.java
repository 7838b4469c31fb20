package org.dossier.answer.extraction;

import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;
import org.dossier.retrieval.Retriever;
import org.dossier.retrieval.count.ArticleCounter;
import org.dossier.text.MessageLanguage;

/// Retrieves the evidence for a question and chooses its sentences, by the plan for its kind. Safe
/// for any number of threads.
public final class Extractor {
  private final ExtractionPlan factPlan;
  private final ExtractionPlan whoIsPlan;
  private final ExtractionPlan whatIsPlan;
  private final ExtractionPlan topicPlan;
  private final ExtractionPlan timelinePlan;
  private final ExtractionPlan comparePlan;
  private final ExtractionPlan keywordPlan;

  public Extractor(Retriever retriever, ArticleCounter articleCounter, AnswerConfig config) {
    var evidenceFinder = new EvidenceFinder(retriever);
    this.factPlan = new FactPlan(evidenceFinder, config);
    this.topicPlan = new TopicPlan(evidenceFinder);
    this.whoIsPlan = new DescriptionPlan(topicPlan, factPlan);
    this.whatIsPlan = new DescriptionPlan(topicPlan, topicPlan);
    this.timelinePlan = new TimelinePlan(new EventSearch(retriever, articleCounter), topicPlan);
    this.comparePlan = new ComparePlan(factPlan, topicPlan);
    this.keywordPlan = new KeywordPlan(topicPlan);
  }

  public Extraction extract(Question question, QuestionAnalysis analysis) {
    return MessageLanguage.isEnglish(question.text())
        ? plan(analysis).extract(question, analysis)
        : keywordPlan.extract(question, analysis);
  }

  private ExtractionPlan plan(QuestionAnalysis analysis) {
    return switch (analysis.kind()) {
      case FACT -> whoIsPlan;
      case YES_NO, WHY, HOW, COUNT, LIST, ABOUT -> factPlan;
      case TOPIC -> whatIsPlan;
      case SAID -> topicPlan;
      case TIMELINE -> timelinePlan;
      case LATEST -> analysis.factual() ? factPlan : topicPlan;
      case COMPARE -> comparePlan;
    };
  }
}
