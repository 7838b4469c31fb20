package org.dossier.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Citation;
import org.dossier.answer.Statement;
import org.dossier.chat.Chat;
import org.dossier.chat.Message;
import org.dossier.chat.conversation.InvalidMessageException;
import org.dossier.chat.conversation.UnknownConversationException;
import org.dossier.question.Question;
import org.dossier.retrieval.Retriever;
import org.dossier.search.Filters;
import org.dossier.web.json.ReplyJson;
import org.dossier.web.json.SearchJson;
import org.dossier.web.json.StatementEventJson;
import org.jspecify.annotations.Nullable;

/// Answers with the archive that this process has open.
@Singleton
public final class LocalBackend implements Backend {
  private final Chat chat;
  private final Retriever retriever;
  private final ObjectMapper json;
  private final Clock clock;

  LocalBackend(Chat chat, Retriever retriever, ObjectMapper json, Clock clock) {
    this.chat = chat;
    this.retriever = retriever;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String ask(String question, Filters filters) {
    var message = new Message(null, question, filters);
    return encode(ReplyJson.of(chat.ask(message, AnswerListener.NONE)));
  }

  @Override
  public String converse(
      @Nullable String conversation, String message, Filters filters, Consumer<String> statement) {
    var asked = new Message(conversation, message, filters);
    try {
      return encode(ReplyJson.of(chat.ask(asked, new Telling(statement))));
    } catch (InvalidMessageException | UnknownConversationException e) {
      throw new CommandException(String.valueOf(e.getMessage()), e);
    }
  }

  /// Tells of statements as the HTTP interface does.
  private final class Telling implements AnswerListener {
    private final Consumer<String> told;
    private int written;

    Telling(Consumer<String> told) {
      this.told = told;
    }

    @Override
    public void statement(Statement statement, List<Citation> citations) {
      var event = StatementEventJson.of(statement, citations, written);
      written += statement.lengthInAnswer();
      told.accept(encode(event));
    }
  }

  @Override
  public String search(String words, Filters filters, @Nullable Integer limit) {
    var question = new Question(words, filters, LocalDate.now(clock));
    var retrievalResult =
        limit == null ? retriever.retrieve(question) : retriever.retrieve(question, limit);
    return encode(
        SearchJson.of(words, retrievalResult, evidence -> retriever.highlights(words, evidence)));
  }

  private String encode(Object reply) {
    try {
      return json.writeValueAsString(reply);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a reply can be written as JSON", e);
    }
  }
}
