package org.dossier.answer.extraction;

import java.util.List;
import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;
import org.dossier.question.QuestionKind;
import org.dossier.question.TerritoryTranslator;
import org.dossier.text.MessageLanguage;

/// The plan for questions in a language that the models do not read: what the question shares with
/// the articles as it is written, such as names and numbers, and the names of countries.
final class KeywordPlan implements ExtractionPlan {
  private final ExtractionPlan topicPlan;

  KeywordPlan(ExtractionPlan topicPlan) {
    this.topicPlan = topicPlan;
  }

  @Override
  public Extraction extract(Question question, QuestionAnalysis analysis) {
    var language = MessageLanguage.detect(question.text());
    var keywords = TerritoryTranslator.toEnglish(question.text(), language);
    var topic =
        new QuestionAnalysis(
            keywords, QuestionKind.TOPIC, keywords, analysis.period(), false, List.of(), false);
    var extraction = topicPlan.extract(question.searching(keywords), topic);
    boolean shares =
        extraction.retrievalResult().evidence().stream().anyMatch(e -> e.scores().bm25() > 0);
    return extraction.judged(0, shares ? 1 : 0);
  }
}
