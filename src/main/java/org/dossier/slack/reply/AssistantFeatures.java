package org.dossier.slack.reply;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import org.dossier.slack.api.RateLimitedException;
import org.dossier.slack.api.ShutdownException;
import org.dossier.slack.api.SlackApiException;
import org.dossier.slack.api.SlackClient;
import org.dossier.slack.api.SlackHttpClient;
import org.dossier.slack.api.UnknownOutcomeException;
import org.dossier.slack.event.SlackEvent;
import org.dossier.slack.message.BotTexts;
import org.dossier.slack.queue.PendingReply;
import org.jboss.logging.Logger;

/// Optional Slack UI features: typing status, suggested prompts, ephemeral notices. Best effort:
/// failures are logged and otherwise ignored. Thread-safe.
public final class AssistantFeatures {
  private static final Logger LOG = Logger.getLogger(AssistantFeatures.class);
  private static final String SET_STATUS = "assistant.threads.setStatus";
  private static final String SET_PROMPTS = "assistant.threads.setSuggestedPrompts";

  private final SlackClient slackClient;
  private final SlackHttpClient api;
  private final List<String> prompts;

  /// @param prompts the questions suggested when a user opens a conversation; possibly empty
  public AssistantFeatures(SlackClient slackClient, SlackHttpClient api, List<String> prompts) {
    this.slackClient = slackClient;
    this.api = api;
    this.prompts = List.copyOf(prompts);
  }

  /// Shows that the bot is working. Slack removes the status when the reply arrives.
  void showStatus(PendingReply pendingReply, String thread) {
    var team = pendingReply.question().team();
    if (slackClient.rateLimits().isRejected(team, SET_STATUS)) {
      return;
    }
    var status =
        json()
            .put("channel_id", pendingReply.question().channel())
            .put("thread_ts", thread)
            .put("status", BotTexts.STATUS);
    try {
      slackClient.tryOnce(team, SET_STATUS, status);
    } catch (SlackApiException e) {
      LOG.infof("%s; no status is shown", e.getMessage());
      slackClient.rateLimits().onRejected(team, SET_STATUS, e);
    } catch (RateLimitedException | UnknownOutcomeException e) {
      LOG.debug(e.getMessage());
    }
  }

  /// Suggests questions to a user who opened a conversation.
  public void suggestPrompts(SlackEvent.ConversationOpened conversationOpened) {
    if (prompts.isEmpty()) {
      return;
    }
    var arguments = json().put("channel_id", conversationOpened.channel());
    // The agent view has no thread yet, and would silently ignore one.
    if (conversationOpened.thread() != null) {
      arguments.put("thread_ts", conversationOpened.thread());
    }
    arguments.put("title", "Ask the archive");
    var list = arguments.putArray("prompts");
    prompts.forEach(prompt -> list.addObject().put("title", prompt).put("message", prompt));
    try {
      slackClient.callWithRateLimit(conversationOpened.team(), SET_PROMPTS, arguments);
    } catch (SlackApiException | UnknownOutcomeException | ShutdownException e) {
      LOG.infof("Cannot suggest questions: %s", e.getMessage());
    }
  }

  /// Sends an ephemeral notice, visible only to the sender of a command, to the response URL.
  void sendEphemeral(String address, String text) {
    try {
      api.respond(URI.create(address), json().put("response_type", "ephemeral").put("text", text));
    } catch (IllegalArgumentException | RateLimitedException | UnknownOutcomeException e) {
      // The response URL is a secret and part of the message of `IllegalArgumentException`.
      LOG.warnf("Cannot notify the sender of a command: %s", e.getClass().getSimpleName());
    }
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
