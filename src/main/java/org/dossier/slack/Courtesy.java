package org.dossier.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import org.jboss.logging.Logger;

/// What nobody needs and everybody likes: tried once, and left out where Slack does not have it.
/// Safe for any number of threads.
final class Courtesy {
  private static final Logger LOG = Logger.getLogger(Courtesy.class);
  private static final String STATUS = "assistant.threads.setStatus";
  private static final String PROMPTS = "assistant.threads.setSuggestedPrompts";

  private final Calls calls;
  private final WebApi api;
  private final List<String> prompts;

  /// @param prompts what is suggested to whoever opens a conversation; perhaps nothing
  Courtesy(Calls calls, WebApi api, List<String> prompts) {
    this.calls = calls;
    this.api = api;
    this.prompts = List.copyOf(prompts);
  }

  /// Shows that the bot is at work; Slack takes it away when the reply comes.
  void status(Errand errand, String thread) {
    var team = errand.asked().team();
    if (calls.limits().isRefused(team, STATUS)) {
      return;
    }
    var status =
        json()
            .put("channel_id", errand.asked().channel())
            .put("thread_ts", thread)
            .put("status", Phrases.READING);
    try {
      calls.once(team, STATUS, status);
    } catch (RefusedException e) {
      LOG.infof("%s; no status is shown", e.getMessage());
      calls.limits().refused(team, STATUS, e);
    } catch (LimitedException | UnsureException e) {
      LOG.debug(e.getMessage());
    }
  }

  /// Suggests questions to whoever opened a conversation.
  void suggest(Incoming.Opened opened) {
    if (prompts.isEmpty()) {
      return;
    }
    var arguments = json().put("channel_id", opened.channel());
    // The agent view has no thread yet, and would silently ignore one.
    if (opened.thread() != null) {
      arguments.put("thread_ts", opened.thread());
    }
    arguments.put("title", "Ask the archive");
    var list = arguments.putArray("prompts");
    prompts.forEach(prompt -> list.addObject().put("title", prompt).put("message", prompt));
    try {
      calls.inTime(opened.team(), PROMPTS, arguments);
    } catch (RefusedException | UnsureException | StoppedException e) {
      LOG.infof("No questions are suggested: %s", e.getMessage());
    }
  }

  /// Tells the sender of a command, and nobody else, at the address that came with it.
  void tell(String address, String words) {
    try {
      api.respond(URI.create(address), json().put("response_type", "ephemeral").put("text", words));
    } catch (IllegalArgumentException | LimitedException | UnsureException e) {
      // The address is a secret, and stands in the message of the first of these.
      LOG.warnf("The sender of a command cannot be told: %s", e.getClass().getSimpleName());
    }
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
