package org.dossier.cli;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Citation;
import org.dossier.answer.Statement;
import org.dossier.archive.Archive;
import org.dossier.chat.Chat;
import org.dossier.chat.Message;
import org.dossier.chat.conversation.InvalidMessageException;
import org.dossier.chat.conversation.UnknownConversationException;
import org.dossier.question.Question;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.Retriever;
import org.dossier.search.Filters;
import org.dossier.web.json.ReplyJson;
import org.dossier.web.json.SearchJson;
import org.dossier.web.json.StatementEventJson;
import org.jspecify.annotations.Nullable;

/// Answers from the archive that this process has open.
@Singleton
public final class LocalBackend implements Backend {
  private final Archive archive;
  private final Chat chat;
  private final Retriever retriever;
  private final Clock clock;

  LocalBackend(Archive archive, Chat chat, Retriever retriever, Clock clock) {
    this.archive = archive;
    this.chat = chat;
    this.retriever = retriever;
    this.clock = clock;
  }

  @Override
  public List<String> publishers() {
    return archive.publishers(MAX_PUBLISHERS);
  }

  @Override
  public ReplyJson ask(String question, Filters filters) {
    return ReplyJson.of(chat.ask(new Message(null, question, filters), AnswerListener.NONE));
  }

  @Override
  public ReplyJson converse(
      @Nullable String conversation, String message, Filters filters, ReplyListener listener) {
    try {
      return ReplyJson.of(
          chat.ask(new Message(conversation, message, filters), new ReplyForwarder(listener)));
    } catch (InvalidMessageException | UnknownConversationException e) {
      throw new CommandException(String.valueOf(e.getMessage()), e);
    }
  }

  /// Forwards questions and statements as the events that the HTTP API sends.
  private static final class ReplyForwarder implements AnswerListener {
    private final ReplyListener listener;
    private int written;
    private boolean related;

    ReplyForwarder(ReplyListener listener) {
      this.listener = listener;
    }

    @Override
    public void evidence(String question, List<Evidence> evidence) {
      listener.question(question);
    }

    @Override
    public void related() {
      related = true;
    }

    @Override
    public void statement(Statement statement, List<Citation> citations) {
      var event = StatementEventJson.of(statement, citations, written, related);
      written += statement.lengthInAnswer();
      listener.statement(event);
    }
  }

  @Override
  public SearchJson search(String query, Filters filters, @Nullable Integer limit) {
    var question = new Question(query, filters, LocalDate.now(clock));
    var retrievalResult =
        limit == null ? retriever.retrieve(question) : retriever.retrieve(question, limit);
    return SearchJson.of(
        query, retrievalResult, List.of(), evidence -> retriever.highlights(query, evidence));
  }
}
