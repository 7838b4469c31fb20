package org.dossier.chat;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Answered;
import org.dossier.answer.Answerer;
import org.dossier.answer.Clarification;
import org.dossier.answer.Related;
import org.dossier.chat.about.AboutReplies;
import org.dossier.chat.rewriting.HistoryTurn;
import org.dossier.chat.rewriting.QuestionRewriter;
import org.dossier.instrumentation.Stage;
import org.dossier.question.Question;
import org.dossier.search.Filters;

/// Responds to the messages of a conversation, and stores nothing. Evaluation uses it too, so that
/// it measures the behaviour of a chat. Safe for any number of threads.
@Singleton
public final class Responder {
  /// Each question takes the time of an answer.
  private static final int MAX_QUESTIONS = 4;

  private final QuestionRewriter questionRewriter;
  private final Answerer answerer;
  private final AboutReplies aboutReplies;
  private final ReferenceClarifier referenceClarifier;
  private final boolean withoutLlm;

  /// @param withoutLlm true to use the articles' own sentences, regardless of the configured LLM
  private Responder(
      QuestionRewriter questionRewriter,
      Answerer answerer,
      AboutReplies aboutReplies,
      ReferenceClarifier referenceClarifier,
      boolean withoutLlm) {
    this.questionRewriter = questionRewriter;
    this.answerer = answerer;
    this.aboutReplies = aboutReplies;
    this.referenceClarifier = referenceClarifier;
    this.withoutLlm = withoutLlm;
  }

  @Inject
  public Responder(
      QuestionRewriter questionRewriter,
      Answerer answerer,
      AboutReplies aboutReplies,
      ReferenceClarifier referenceClarifier) {
    this(questionRewriter, answerer, aboutReplies, referenceClarifier, false);
  }

  /// A responder that answers in the articles' own sentences, regardless of the configured LLM.
  Responder withoutLlm() {
    return new Responder(
        questionRewriter.withoutLlm(), answerer, aboutReplies, referenceClarifier, true);
  }

  /// The response to a message.
  ///
  /// @param question the message rewritten as a standalone question, or several of them
  public record Response(String question, Answer answer) {}

  /// Responds to `message`. Several questions in it are answered one after the other, at most four.
  ///
  /// @param earlier the previous turns, oldest first; possibly empty
  /// @param message the message as typed
  /// @param filters the articles that may answer; a reply about the archive describes all of them
  /// @param askedOn the date by which relative dates are resolved
  public Response respond(
      List<HistoryTurn> earlier,
      String message,
      Filters filters,
      LocalDate askedOn,
      AnswerListener listener) {
    var line = QuestionRewriter.onOneLine(message);
    var about = aboutReplies.reply(earlier, line);
    if (about.isPresent()) {
      return new Response(line, about.get());
    }
    var parts = QuestionSplitter.split(line);
    var questions =
        parts.stream().filter(question -> aboutReplies.reply(earlier, question).isEmpty()).toList();
    return switch (questions.size()) {
      // Each of them is small talk or about the archive.
      case 0 -> respond(earlier, parts.getLast(), filters, askedOn, listener);
      case 1 -> respondToOne(earlier, questions.getFirst(), filters, askedOn, listener);
      default -> respondToSeveral(earlier, questions, filters, askedOn, listener);
    };
  }

  private Response respondToOne(
      List<HistoryTurn> earlier,
      String message,
      Filters filters,
      LocalDate askedOn,
      AnswerListener listener) {
    var unclear = referenceClarifier.clarify(earlier, message, askedOn);
    if (unclear.isPresent()) {
      return new Response(message, unclear.get());
    }
    var standalone = Stage.REWRITE.run(() -> questionRewriter.rewrite(earlier, message));
    var question =
        new Question(standalone.question(), standalone.context(), filters, askedOn)
            .without(standalone.cited());
    return new Response(question.text(), answer(question, listener));
  }

  private Answer answer(Question question, AnswerListener listener) {
    return withoutLlm
        ? answerer.answerExtractively(question, listener)
        : answerer.answer(question, listener);
  }

  /// Only shown statements are referred to: if their article is withdrawn, the text is erased.
  private static HistoryTurn turn(Response response) {
    return switch (response.answer()) {
      case Related _ -> new HistoryTurn(response.question(), List.of(), List.of());
      case Answered _, Clarification _, About _, Abstained _ ->
          HistoryTurn.of(response.question(), response.answer());
    };
  }

  /// Answers one question after the other, each with those before it as its history.
  private Response respondToSeveral(
      List<HistoryTurn> earlier,
      List<String> messages,
      Filters filters,
      LocalDate askedOn,
      AnswerListener listener) {
    var merger = new AnswerMerger(listener);
    var history = new ArrayList<>(earlier);
    var questions = new ArrayList<String>();
    for (var message : messages.subList(0, Math.min(MAX_QUESTIONS, messages.size()))) {
      var response = respondToOne(history, message, filters, askedOn, merger.partListener());
      merger.add(message, response.answer());
      history.add(turn(response));
      questions.add(response.question());
    }
    merger.skip(messages.subList(questions.size(), messages.size()));
    return new Response(String.join(" ", questions), merger.merge());
  }
}
