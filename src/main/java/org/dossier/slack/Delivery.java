package org.dossier.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Shows the reply to one message in Slack, part by part, each part once: what is about to be shown
/// is noted before, and where it is not known whether Slack took it, the thread is looked through.
/// For one thread.
///
/// Throws a [RefusedException] where Slack will not show a part, an [UnsureException] where Slack
/// cannot be reached for too long, and a [StoppedException] when the bot stops.
final class Delivery {
  private static final Logger LOG = Logger.getLogger(Delivery.class);

  /// Slack does not take these blocks, though they keep its rules as we know them.
  private static final Set<String> ABOUT_BLOCKS =
      Set.of(
          "invalid_blocks",
          "invalid_blocks_format",
          "msg_blocks_too_long",
          "invalid_chunks",
          "msg_too_long");

  /// The message cannot be changed any more, mostly since somebody deleted it.
  private static final Set<String> GONE =
      Set.of("message_not_found", "cant_update_message", "edit_window_closed");

  private final Errand errand;
  private final Errands.Notes notes;
  private final Calls calls;
  private final Sightings sightings;
  private final Map<Integer, Part> parts = new HashMap<>();
  private @Nullable String thread;

  Delivery(Errand errand, Errands.Notes notes, Calls calls, Sightings sightings) {
    this.errand = errand;
    this.notes = notes;
    this.calls = calls;
    this.sightings = sightings;
    this.thread = errand.asked().thread();
    errand.parts().forEach(part -> parts.put(part.number(), part));
  }

  /// The reply may say something else than what an earlier attempt showed of it, all of which is
  /// replaced.
  void sayAnew() {
    parts.replaceAll(
        (number, part) -> number == 0 ? part : new Part(number, part.manner(), part.ts(), false));
  }

  /// Where the reply stands.
  String thread() {
    return Objects.requireNonNull(thread, "the thread was begun");
  }

  /// Shows what stands above the reply. Where there is no thread yet, it begins one.
  void head(Page page) {
    post(0, page);
    if (thread == null) {
      var ts = Objects.requireNonNull(part(0).ts(), "what is whole has a name");
      notes.began(ts);
      thread = ts;
    }
  }

  /// Shows a part whole, in the place of what an earlier attempt may have shown of it.
  void post(int number, Page page) {
    var part = parts.get(number);
    if (part != null && part.whole()) {
      return;
    }
    var ts = part == null ? null : part.ts() != null ? part.ts() : sighted(part);
    if (part == null || ts == null) {
      postAnew(number, page);
    } else {
      replace(new Part(number, part.manner(), ts, false), page);
    }
  }

  private @Nullable String sighted(Part part) {
    return sightings.find(errand, thread, part).orElse(null);
  }

  private void postAnew(int number, Page page) {
    noteNow(new Part(number, Part.Manner.POST, null, false));
    var backoff = calls.backoff();
    while (true) {
      try {
        noteSoon(new Part(number, Part.Manner.POST, posted(number, page), true));
        return;
      } catch (UnsureException e) {
        LOG.warnf("%s; trying again", e.getMessage());
        backoff.pause(e);
        var ts = e.mayBeDone() ? sighted(part(number)) : null;
        if (ts != null) {
          noteSoon(new Part(number, Part.Manner.POST, ts, true));
          return;
        }
      }
    }
  }

  private String posted(int number, Page page) {
    try {
      return ts(calls.inTime(team(), "chat.postMessage", message(number, page, page.blocks())));
    } catch (RefusedException e) {
      if (!ABOUT_BLOCKS.contains(e.error())) {
        throw e;
      }
      LOG.errorf("%s; it is posted without blocks", e.getMessage());
      var plain = message(number, page, List.of()).put("text", Mrkdwn.escaped(page.words()));
      return ts(calls.inTime(team(), "chat.postMessage", plain));
    }
  }

  /// Begins to show a part that more will be added to.
  ///
  /// @return false where it is too early
  boolean begin(int number, Part.Manner manner, Page page) {
    noteNow(new Part(number, manner, null, false));
    try {
      var ts =
          switch (manner) {
            case POST ->
                ts(calls.once(team(), "chat.postMessage", message(number, page, page.blocks())));
            case STREAM -> ts(calls.once(team(), "chat.startStream", stream(page.blocks())));
          };
      noteNow(new Part(number, manner, ts, false));
      return true;
    } catch (LimitedException e) {
      parts.remove(number);
      return false;
    }
  }

  /// Adds to a part that was begun.
  ///
  /// @param page the part with what is added
  /// @param added the last blocks of it
  /// @throws LimitedException if it is too early
  void add(int number, Page page, List<Block> added) {
    var part = part(number);
    switch (part.manner()) {
      case POST -> calls.once(team(), "chat.update", update(part, page));
      case STREAM ->
          calls.once(team(), "chat.appendStream", named(part).set("chunks", Chunks.blocks(added)));
    }
  }

  /// Adds the last blocks to a part that was begun.
  ///
  /// @param intact whether everything before was added
  void finish(int number, Page page, List<Block> added, boolean intact) {
    var part = part(number);
    if (part.ts() == null) {
      post(number, page);
    } else if (part.manner() == Part.Manner.POST || !intact || !stopped(part, added)) {
      replace(part, page);
    } else {
      noteSoon(new Part(number, part.manner(), part.ts(), true));
    }
  }

  /// Ends a stream with its last blocks; false where that is not known to have worked.
  private boolean stopped(Part part, List<Block> added) {
    var end = named(part);
    if (!added.isEmpty()) {
      end.set("blocks", Block.array(added));
    }
    end.set("metadata", metadata(part.number()));
    try {
      calls.inTime(team(), "chat.stopStream", end);
      return true;
    } catch (RefusedException | UnsureException e) {
      LOG.infof("%s; the message is edited instead", e.getMessage());
      return false;
    }
  }

  /// Puts the whole part in the place of what stands there.
  private void replace(Part part, Page page) {
    if (part.manner() == Part.Manner.STREAM) {
      stopped(part, List.of());
    }
    ifStillThere(() -> calls.untilDone(team(), "chat.update", update(part, page)));
    noteSoon(new Part(part.number(), part.manner(), part.ts(), true));
  }

  /// Shows a part that is whole in another form, if Slack lets us.
  void revise(int number, Page page) {
    try {
      calls.once(team(), "chat.update", update(part(number), page));
    } catch (RefusedException | LimitedException | UnsureException e) {
      LOG.info(e.getMessage());
    }
  }

  /// Takes back what an earlier attempt showed beyond the last part.
  void endAt(int last) {
    for (var part : List.copyOf(parts.values())) {
      if (part.number() > last) {
        takeBack(part);
      }
    }
  }

  private void takeBack(Part part) {
    var ts = part.ts() != null ? part.ts() : sighted(part);
    if (ts != null) {
      var there = new Part(part.number(), part.manner(), ts, false);
      stopped(there, List.of());
      ifStillThere(() -> calls.untilDone(team(), "chat.delete", named(there)));
    }
  }

  private static void ifStillThere(Runnable change) {
    try {
      change.run();
    } catch (RefusedException e) {
      if (!GONE.contains(e.error())) {
        throw e;
      }
      LOG.infof("%s; it is left as it is", e.getMessage());
    }
  }

  private ObjectNode message(int number, Page page, List<Block> blocks) {
    var message = json().put("channel", errand.asked().channel());
    if (thread != null) {
      message.put("thread_ts", thread);
    }
    message.put("text", page.notice()).put("mrkdwn", false);
    message.put("unfurl_links", false).put("unfurl_media", false);
    if (!blocks.isEmpty()) {
      message.set("blocks", Block.array(blocks));
    }
    message.set("metadata", metadata(number));
    return message;
  }

  private ObjectNode metadata(int number) {
    var metadata = json().put("event_type", Sightings.EVENT_TYPE);
    metadata.putObject("event_payload").put(Sightings.MARK, errand.mark(number));
    return metadata;
  }

  private ObjectNode update(Part part, Page page) {
    var update = named(part).put("text", page.notice());
    return update.set("blocks", Block.array(page.blocks()));
  }

  private ObjectNode stream(List<Block> blocks) {
    var asked = errand.asked();
    var stream =
        json()
            .put("channel", asked.channel())
            .put("thread_ts", thread())
            .put("recipient_user_id", asked.sender())
            .put("recipient_team_id", asked.senderTeam());
    return stream.set("chunks", Chunks.blocks(blocks));
  }

  private ObjectNode named(Part part) {
    return json().put("channel", errand.asked().channel()).put("ts", part.ts());
  }

  private Part part(int number) {
    return Objects.requireNonNull(parts.get(number), "part " + number);
  }

  private void noteNow(Part part) {
    notes.now(part);
    parts.put(part.number(), part);
  }

  private void noteSoon(Part part) {
    notes.soon(part);
    parts.put(part.number(), part);
  }

  private String team() {
    return errand.asked().team();
  }

  private static String ts(JsonNode answer) {
    return answer.path("ts").asText();
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
