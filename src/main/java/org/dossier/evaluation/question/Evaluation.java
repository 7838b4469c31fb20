package org.dossier.evaluation.question;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Answerer;
import org.dossier.archive.Archive;
import org.dossier.chat.rewriting.QuestionRewriter;
import org.dossier.question.Question;
import org.dossier.retrieval.Retriever;
import org.dossier.search.Filters;

/// An evaluation that asks the questions of a set, one after another, and measures the replies. The
/// same archive, set and settings give the same report, except for latencies.
@Singleton
public final class Evaluation {
  /// Retrieval depth for the metrics of retrieval: enough passages to include ten articles,
  /// regardless of how many an answer uses.
  private static final int DEPTH = 50;

  private final Answerer answerer;
  private final Retriever retriever;
  private final Archive archive;
  private final QuestionRewriter questionRewriter;
  private final EvaluationSettings evaluationSettings;

  public Evaluation(
      Answerer answerer,
      Retriever retriever,
      Archive archive,
      QuestionRewriter questionRewriter,
      EvaluationSettings evaluationSettings) {
    this.answerer = answerer;
    this.questionRewriter = questionRewriter;
    this.retriever = retriever;
    this.archive = archive;
    this.evaluationSettings = evaluationSettings;
  }

  /// A listener for the progress, called on the thread that asks.
  public interface Progress {
    void onAsked(int questions, int of);
  }

  /// Asks every question of `set` as a user would, each on its own.
  public EvaluationReport run(QuestionSet set, Progress progress) {
    var summary = archive.summary();
    // A date that is the same in every run, unlike today.
    var latest = summary.latest() == null ? LocalDate.EPOCH : summary.latest();
    var questions = set.questions();
    warmUp(questions.getFirst(), latest);
    var evaluatedQuestions = new ArrayList<EvaluatedQuestion>();
    for (var question : questions) {
      evaluatedQuestions.add(ask(question, latest));
      progress.onAsked(evaluatedQuestions.size(), questions.size());
    }
    var state = retriever.retrieve(question(questions.getFirst(), latest), 1);
    var measured =
        new EvaluationReport.Measured(
            summary.articles(), state.passages(), state.generation(), evaluationSettings.values());
    return new EvaluationReport(
        set.name(), measured, Metrics.compute(evaluatedQuestions), evaluatedQuestions);
  }

  /// Writes the candidates that every answer would be chosen from, instead of answering.
  public void writeFeatures(QuestionSet set, Features features, Progress progress) {
    var summary = archive.summary();
    var latest = summary.latest() == null ? LocalDate.EPOCH : summary.latest();
    int asked = 0;
    for (var gold : set.questions()) {
      features.add(gold, answerer.dumpFeatures(question(gold, latest)));
      progress.onAsked(++asked, set.questions().size());
    }
  }

  /// Excludes the loading of models at the first question from the measured latencies.
  private void warmUp(GoldQuestion first, LocalDate latest) {
    answerer.answer(question(first, latest), AnswerListener.NONE);
  }

  private EvaluatedQuestion ask(GoldQuestion gold, LocalDate latest) {
    var question = question(gold, latest);
    long start = System.nanoTime();
    var answer = answerer.answer(question, AnswerListener.NONE);
    long nanoseconds = System.nanoTime() - start;
    var evidence = retriever.retrieve(question, DEPTH).evidence();
    var retrievedArticles = EvaluatedQuestion.RetrievedArticles.of(evidence, gold.answers());
    return new EvaluatedQuestion(gold, question.text(), retrievedArticles, answer, nanoseconds);
  }

  /// If the set does not say when a question was asked, the date is the archive's latest.
  private Question question(GoldQuestion gold, LocalDate latest) {
    var asked = gold.asked() == null ? latest : gold.asked();
    var standaloneQuestion =
        questionRewriter.rewrite(ConversationHistory.of(gold, questionRewriter), gold.question());
    return new Question(
        standaloneQuestion.question(), standaloneQuestion.context(), Filters.NONE, asked);
  }
}
