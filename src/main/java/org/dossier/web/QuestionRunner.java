package org.dossier.web;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import org.dossier.answer.Answer;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Citation;
import org.dossier.answer.Statement;
import org.dossier.observability.Channel;
import org.dossier.observability.QuestionInstrumentation;
import org.dossier.retrieval.Evidence;

/// Runs the work of questions: measured, within the limits of requests, and stopped if the request
/// is cancelled.
@Singleton
public final class QuestionRunner {
  private final RequestExecutor requestExecutor;
  private final QuestionInstrumentation questionInstrumentation;

  QuestionRunner(RequestExecutor requestExecutor, QuestionInstrumentation questionInstrumentation) {
    this.requestExecutor = requestExecutor;
    this.questionInstrumentation = questionInstrumentation;
  }

  /// A question.
  ///
  /// @param words logged only if a setting permits it
  /// @param asking answers it, and reports to the listener that it is given
  /// @param answer the answer in the result
  public record Asked<R>(
      Channel channel,
      String words,
      Function<AnswerListener, R> asking,
      Function<R, Answer> answer) {}

  /// Answers the question.
  ///
  /// @throws org.dossier.web.problem.ProblemException OVERLOADED, TIMEOUT or SHUTTING_DOWN
  public <R> R run(Asked<R> asked, AnswerListener listener) {
    return questionInstrumentation.record(
        asked.channel(),
        asked.words(),
        () ->
            requestExecutor.run(cancellationToken ->
                asked.asking().apply(new CancellableListener(cancellationToken, listener))),
        asked.answer());
  }

  /// Stops answering if the request was cancelled: checked at every callback.
  private record CancellableListener(
      RequestExecutor.CancellationToken cancellationToken, AnswerListener listener)
      implements AnswerListener {
    @Override
    public void evidence(String question, List<Evidence> evidence) {
      cancellationToken.check();
      listener.evidence(question, evidence);
    }

    @Override
    public void related() {
      cancellationToken.check();
      listener.related();
    }

    @Override
    public void statement(Statement statement, List<Citation> citations) {
      cancellationToken.check();
      listener.statement(statement, citations);
    }

    @Override
    public void waiting() {
      cancellationToken.check();
      listener.waiting();
    }
  }
}
