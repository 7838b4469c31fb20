package org.dossier.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes over what Slack tells, whichever way it came: what must not be lost is on disk before it
/// is acknowledged. Safe for any number of threads.
final class Receiver {
  private static final Logger LOG = Logger.getLogger(Receiver.class);

  private final Errands errands;
  private final Duty duty;
  private final Answering answering;
  private final Courtesy courtesy;
  private final Connection connection;
  private final SlackMeters meters;

  Receiver(
      Errands errands,
      Duty duty,
      Answering answering,
      Courtesy courtesy,
      Connection connection,
      SlackMeters meters) {
    this.errands = errands;
    this.duty = duty;
    this.answering = answering;
    this.courtesy = courtesy;
    this.connection = connection;
    this.meters = meters;
  }

  /// What Slack hears in return.
  ///
  /// @param body null for nothing but that it arrived
  record Acknowledgement(@Nullable ObjectNode body) {
    private static final Acknowledgement BARE = new Acknowledgement(null);
  }

  /// @param event by which a second delivery is known; null where there is nothing
  /// @return done once Slack may be told; failed where it must deliver again
  CompletableFuture<Acknowledgement> receive(Incoming incoming, @Nullable String event) {
    connection.heard();
    meters.event(incoming);
    return switch (incoming) {
      case Asked asked -> claim(new Errands.Delivered(asked, event));
      case Incoming.Challenge challenge ->
          acknowledged(json().put("challenge", challenge.challenge()));
      case Incoming.Empty _ ->
          acknowledged(json().put("response_type", "ephemeral").put("text", Phrases.HELP));
      case Incoming.Rated rated -> rate(rated);
      case Incoming.Opened opened -> {
        Thread.ofVirtual().name("slack-prompts").start(() -> courtesy.suggest(opened));
        yield acknowledged(null);
      }
      case Incoming.Removed removed -> {
        LOG.errorf("Slack workspace %s: %s", removed.team(), removed.how());
        connection.refused(removed.how());
        yield acknowledged(null);
      }
      case Incoming.Nothing _ -> acknowledged(null);
    };
  }

  private CompletableFuture<Acknowledgement> claim(Errands.Delivered delivered) {
    return errands
        .claim(delivered)
        .thenApply(outcome -> {
          switch (outcome) {
            case Errands.Outcome.Kept _ -> {
              meters.message(delivered.asked().kind());
              duty.wake();
            }
            case Errands.Outcome.Known _ -> meters.redelivery();
            case Errands.Outcome.NotForUs _ -> {}
          }
          return Acknowledgement.BARE;
        });
  }

  /// Reads and writes the database, so neither on the thread that reads the socket nor on one that
  /// a fault would end.
  private CompletableFuture<Acknowledgement> rate(Incoming.Rated rated) {
    return CompletableFuture.supplyAsync(
        () -> {
          errands
              .answered(rated.message())
              .ifPresent(turn -> answering.rate(turn, rated.verdict()));
          return Acknowledgement.BARE;
        },
        task -> Thread.ofVirtual().name("slack-rating").start(task));
  }

  private static CompletableFuture<Acknowledgement> acknowledged(@Nullable ObjectNode body) {
    return CompletableFuture.completedFuture(
        body == null ? Acknowledgement.BARE : new Acknowledgement(body));
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
