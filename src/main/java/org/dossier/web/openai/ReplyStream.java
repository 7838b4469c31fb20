package org.dossier.web.openai;

import java.util.List;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Citation;
import org.dossier.answer.Statement;
import org.dossier.web.json.ReplyJson;

/// Passes the parts of an answer on as text while it is generated. For the answering thread.
final class ReplyStream implements AnswerListener {
  private final EventQueue events;
  private final ReplyContent content;
  private final String base;

  /// @param content composes the text, and sends it
  ReplyStream(EventQueue events, ReplyContent content, String base) {
    this.events = events;
    this.content = content;
    this.base = base;
  }

  @Override
  public void related() {
    content.addIntroduction();
  }

  @Override
  public void statement(Statement statement, List<Citation> citations) {
    content.addStatement(statement.text(), statement.citations());
  }

  @Override
  public void waiting() {
    events.check();
  }

  /// Adds everything after the statements.
  CompletedReply finish(ReplyJson reply, boolean sourceList) {
    content.finish(reply, sourceList);
    return new CompletedReply(reply, content, base);
  }
}
