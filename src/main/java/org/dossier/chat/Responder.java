package org.dossier.chat;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.dossier.answer.Answer;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Answerer;
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
  private final QuestionRewriter questionRewriter;
  private final Answerer answerer;
  private final AboutReplies aboutReplies;

  public Responder(
      QuestionRewriter questionRewriter, Answerer answerer, AboutReplies aboutReplies) {
    this.questionRewriter = questionRewriter;
    this.answerer = answerer;
    this.aboutReplies = aboutReplies;
  }

  /// The response to a message.
  ///
  /// @param question the message rewritten as a standalone question
  public record Response(String question, Answer answer) {}

  /// Responds to `message`.
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
    var about = aboutReplies.reply(earlier, message);
    if (about.isPresent()) {
      return new Response(QuestionRewriter.onOneLine(message), about.get());
    }
    var standalone = Stage.REWRITE.run(() -> questionRewriter.rewrite(earlier, message));
    var question = new Question(standalone.question(), standalone.context(), filters, askedOn);
    return new Response(question.text(), answerer.answer(question, listener));
  }
}
