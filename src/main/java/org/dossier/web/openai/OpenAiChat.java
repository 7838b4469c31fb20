package org.dossier.web.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.ExecutorService;
import org.dossier.answer.AnswerListener;
import org.dossier.chat.Responder;
import org.dossier.chat.StatelessChat;
import org.dossier.observability.Channel;
import org.dossier.web.ProblemMapper;
import org.dossier.web.QuestionRunner;
import org.dossier.web.RequestCancelledException;
import org.dossier.web.WaitingClient;
import org.dossier.web.json.ReplyJson;
import org.dossier.web.problem.OpenAiErrorJson;
import org.dossier.web.request.PublicLinks;

/// Answers the messages of OpenAI's clients, whole or as a stream.
@Singleton
final class OpenAiChat {
  private final StatelessChat chat;
  private final QuestionRunner questionRunner;
  private final PublicLinks links;
  private final OpenAiConfig config;
  private final ProblemMapper problemMapper;
  private final ObjectMapper json;
  private final ExecutorService virtualThreads;

  OpenAiChat(
      StatelessChat chat,
      QuestionRunner questionRunner,
      PublicLinks links,
      OpenAiConfig config,
      ProblemMapper problemMapper,
      ObjectMapper json,
      @VirtualThreads ExecutorService virtualThreads) {
    this.chat = chat;
    this.questionRunner = questionRunner;
    this.links = links;
    this.config = config;
    this.problemMapper = problemMapper;
    this.json = json;
    this.virtualThreads = virtualThreads;
  }

  /// A message to answer.
  record Asked(StatelessChat.Ask ask, ModelName model) {}

  /// The events of one kind of stream.
  interface StreamFormat {
    /// Before the text.
    void begin();

    /// A part of the text.
    void text(String part);

    /// After the text.
    void end(CompletedReply completed);

    /// Instead of the rest, because of a fault.
    void fail(OpenAiErrorJson error);
  }

  /// Creates the format of a stream whose events `sink` sends.
  interface StreamFormats {
    StreamFormat create(EventSink sink);
  }

  /// Sends the events of a stream.
  interface EventSink {
    /// Sends an event without a name.
    void send(Object data);

    /// Sends an event with a name.
    void send(String name, Object data);
  }

  StatelessChat chat() {
    return chat;
  }

  /// Answers with the complete reply.
  CompletedReply answer(Asked asked, HttpServerRequest http) {
    var base = links.base(http);
    var reply = ask(asked, WaitingClient.of(http));
    return new CompletedReply(
        reply, ReplyContent.of(reply, base, hasSourceList(asked.model())), base);
  }

  /// Answers with a stream. A problem before the first event is thrown.
  Response stream(Asked asked, HttpServerRequest http, StreamFormats formats) {
    var base = links.base(http);
    var events = new EventQueue();
    http.response().closeHandler(_ -> events.onDisconnect());
    virtualThreads.execute(() -> {
      var sink = new Sink(events);
      var format = formats.create(sink);
      try {
        var content =
            new ReplyContent(
                base,
                part -> {
                  sink.beginWith(format);
                  format.text(part);
                });
        var stream = new ReplyStream(events, content, base);
        var completed = stream.finish(ask(asked, stream), hasSourceList(asked.model()));
        sink.beginWith(format);
        format.end(completed);
        events.end();
      } catch (RuntimeException | Error e) {
        sink.fail(e, format, http);
      }
    });
    return events.response();
  }

  private boolean hasSourceList(ModelName model) {
    return model.sourceList() || config.sourceList();
  }

  private ReplyJson ask(Asked asked, AnswerListener listener) {
    var response =
        questionRunner.run(
            new QuestionRunner.Asked<>(
                Channel.OPENAI,
                asked.ask().message(),
                cancellable -> chat.answer(asked.ask(), cancellable),
                Responder.Response::answer),
            listener);
    return ReplyJson.of(response);
  }

  /// Serializes the events of one stream.
  private final class Sink implements EventSink {
    private final EventQueue events;
    private boolean begun;

    Sink(EventQueue events) {
      this.events = events;
    }

    void beginWith(StreamFormat format) {
      if (!begun) {
        begun = true;
        format.begin();
      }
    }

    @Override
    public void send(Object data) {
      events.send("data: " + (data instanceof String text ? text : serialize(data)) + "\n\n");
    }

    @Override
    public void send(String name, Object data) {
      events.send("event: " + name + "\ndata: " + serialize(data) + "\n\n");
    }

    void fail(Throwable fault, StreamFormat format, HttpServerRequest http) {
      if (!begun) {
        events.fail(fault);
        return;
      }
      try {
        if (!(fault instanceof RequestCancelledException)) {
          format.fail(OpenAiErrorJson.of(problemMapper.json(fault, http)));
        }
      } catch (RequestCancelledException e) {
        // No client is left to read the error.
      } finally {
        events.end();
      }
    }

    private String serialize(Object data) {
      try {
        return json.writeValueAsString(data);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("every event is JSON", e);
      }
    }
  }
}
