package org.dossier.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletableFuture;
import org.dossier.slack.api.ConnectionStatus;
import org.dossier.slack.api.SlackMeters;
import org.dossier.slack.event.QuestionAsked;
import org.dossier.slack.event.SlackEvent;
import org.dossier.slack.message.BotTexts;
import org.dossier.slack.queue.ReplyDispatcher;
import org.dossier.slack.queue.ReplyQueue;
import org.dossier.slack.reply.AssistantFeatures;
import org.dossier.slack.reply.QuestionPort;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Handles inbound Slack events from HTTP and Socket Mode. Data that must not be lost is on disk
/// before the event is acknowledged. Thread-safe.
final class EventHandler {
  private static final Logger LOG = Logger.getLogger(EventHandler.class);

  private final ReplyQueue replyQueue;
  private final ReplyDispatcher replyDispatcher;
  private final QuestionPort questionPort;
  private final AssistantFeatures assistantFeatures;
  private final ConnectionStatus connectionStatus;
  private final SlackMeters meters;

  EventHandler(
      ReplyQueue replyQueue,
      ReplyDispatcher replyDispatcher,
      QuestionPort questionPort,
      AssistantFeatures assistantFeatures,
      ConnectionStatus connectionStatus,
      SlackMeters meters) {
    this.replyQueue = replyQueue;
    this.replyDispatcher = replyDispatcher;
    this.questionPort = questionPort;
    this.assistantFeatures = assistantFeatures;
    this.connectionStatus = connectionStatus;
    this.meters = meters;
  }

  /// The acknowledgement of an event.
  ///
  /// @param body the response payload; `null` for an empty acknowledgement
  record Acknowledgement(@Nullable ObjectNode body) {
    private static final Acknowledgement EMPTY = new Acknowledgement(null);
  }

  /// Handles an event.
  ///
  /// @param eventId the id by which a redelivery is recognized; `null` if the event has none
  /// @return completes when the event may be acknowledged; fails if Slack must deliver the event
  ///   again
  CompletableFuture<Acknowledgement> receive(SlackEvent slackEvent, @Nullable String eventId) {
    connectionStatus.onEvent();
    meters.countEvent(slackEvent);
    return switch (slackEvent) {
      case QuestionAsked questionAsked ->
          enqueue(new ReplyQueue.DeliveredQuestion(questionAsked, eventId));
      case SlackEvent.Challenge challenge ->
          acknowledge(json().put("challenge", challenge.challenge()));
      case SlackEvent.EmptyCommand _ ->
          acknowledge(json().put("response_type", "ephemeral").put("text", BotTexts.HELP));
      case SlackEvent.FeedbackGiven feedbackGiven -> rate(feedbackGiven);
      case SlackEvent.ConversationOpened conversationOpened -> {
        Thread.ofVirtual()
            .name("slack-prompts")
            .start(() -> assistantFeatures.suggestPrompts(conversationOpened));
        yield acknowledge(null);
      }
      case SlackEvent.AppRemoved appRemoved -> {
        LOG.errorf("Slack workspace %s: %s", appRemoved.team(), appRemoved.reason());
        connectionStatus.onRejected(appRemoved.reason());
        yield acknowledge(null);
      }
      case SlackEvent.Ignored _ -> acknowledge(null);
    };
  }

  private CompletableFuture<Acknowledgement> enqueue(
      ReplyQueue.DeliveredQuestion deliveredQuestion) {
    return replyQueue
        .enqueue(deliveredQuestion)
        .thenApply(enqueueResult -> {
          switch (enqueueResult) {
            case ReplyQueue.EnqueueResult.Enqueued _ -> {
              meters.countMessage(deliveredQuestion.question().kind());
              replyDispatcher.wake();
            }
            case ReplyQueue.EnqueueResult.Duplicate _ -> meters.countRedelivery();
            case ReplyQueue.EnqueueResult.NotAddressed _ -> {}
          }
          return Acknowledgement.EMPTY;
        });
  }

  /// Runs on a thread of its own, because it reads and writes the database, and a failure must not
  /// end the thread that reads the socket.
  private CompletableFuture<Acknowledgement> rate(SlackEvent.FeedbackGiven feedbackGiven) {
    return CompletableFuture.supplyAsync(
        () -> {
          replyQueue
              .findTurn(feedbackGiven.message())
              .ifPresent(turn -> questionPort.rate(turn, feedbackGiven.verdict()));
          return Acknowledgement.EMPTY;
        },
        task -> Thread.ofVirtual().name("slack-rating").start(task));
  }

  private static CompletableFuture<Acknowledgement> acknowledge(@Nullable ObjectNode body) {
    return CompletableFuture.completedFuture(
        body == null ? Acknowledgement.EMPTY : new Acknowledgement(body));
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
