package org.dossier.evaluation.question;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Answerer;
import org.dossier.archive.Archive;
import org.dossier.chat.Responder;
import org.dossier.chat.rewriting.HistoryTurn;
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

  private final Responder responder;
  private final Answerer answerer;
  private final Retriever retriever;
  private final Archive archive;
  private final QuestionRewriter questionRewriter;
  private final EvaluationSettings evaluationSettings;

  public Evaluation(
      Responder responder,
      Answerer answerer,
      Retriever retriever,
      Archive archive,
      QuestionRewriter questionRewriter,
      EvaluationSettings evaluationSettings) {
    this.responder = responder;
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

  /// Asks every question of `set` as a user would, each in a conversation of its own unless the set
  /// states another one.
  public EvaluationReport run(QuestionSet set, Progress progress) {
    var summary = archive.summary();
    var questions = set.questions();
    var state = warmUp(questions);
    var conversations = new EvaluatedConversations(responder, questionRewriter, defaultDate());
    var evaluatedQuestions = new ArrayList<EvaluatedQuestion>();
    for (var question : questions) {
      evaluatedQuestions.add(ask(question, conversations));
      progress.onAsked(evaluatedQuestions.size(), questions.size());
    }
    var measured =
        new EvaluationReport.Measured(
            summary.articles(), state.passages(), state.generation(), evaluationSettings.values());
    return new EvaluationReport(
        set.name(), measured, Metrics.compute(evaluatedQuestions), evaluatedQuestions);
  }

  /// Writes the candidates that every answer would be chosen from, instead of answering. Earlier
  /// messages of a conversation are answered, because the question may refer to the replies.
  public void writeFeatures(QuestionSet set, Features features, Progress progress) {
    var conversations = new EvaluatedConversations(responder, questionRewriter, defaultDate());
    int asked = 0;
    for (var gold : set.questions()) {
      var earlier = conversations.before(gold);
      features.add(gold, answerer.dumpFeatures(question(gold, earlier, conversations)));
      if (gold.context().conversation() != null) {
        conversations.respond(gold, earlier);
      }
      progress.onAsked(++asked, set.questions().size());
    }
  }

  /// The date of asking if the set does not state one: the archive's latest, which is the same in
  /// every run, unlike today.
  private LocalDate defaultDate() {
    var latest = archive.summary().latest();
    return latest == null ? LocalDate.EPOCH : latest;
  }

  /// Asks the first question that the archive should answer, and ignores the reply: so the loading
  /// of models is not part of the measured latencies.
  private RetrievalState warmUp(List<GoldQuestion> questions) {
    var first =
        questions.stream()
            .filter(gold -> gold.expected().kind() == ExpectedReply.Kind.ANSWER)
            .findFirst()
            .orElse(questions.getFirst());
    responder.respond(
        List.of(), first.question(), Filters.NONE, defaultDate(), AnswerListener.NONE);
    var retrieved =
        retriever.retrieve(new Question(first.question(), Filters.NONE, defaultDate()), 1);
    return new RetrievalState(retrieved.passages(), retrieved.generation());
  }

  private record RetrievalState(long passages, long generation) {}

  private EvaluatedQuestion ask(GoldQuestion gold, EvaluatedConversations conversations) {
    var earlier = conversations.before(gold);
    long start = System.nanoTime();
    var response = conversations.respond(gold, earlier);
    long nanoseconds = System.nanoTime() - start;
    var evidence = retriever.retrieve(question(gold, earlier, conversations), DEPTH).evidence();
    return new EvaluatedQuestion(
        gold,
        response.question(),
        EvaluatedQuestion.RetrievedArticles.of(evidence, gold.answers()),
        response.answer(),
        nanoseconds);
  }

  private Question question(
      GoldQuestion gold, List<HistoryTurn> earlier, EvaluatedConversations conversations) {
    var standalone = questionRewriter.rewrite(earlier, gold.question());
    return new Question(
        standalone.question(), standalone.context(), Filters.NONE, conversations.askedOn(gold));
  }
}
