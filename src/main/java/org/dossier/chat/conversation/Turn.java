package org.dossier.chat.conversation;

import java.time.Instant;
import java.util.List;
import org.dossier.search.Filters;
import org.jspecify.annotations.Nullable;

/// A stored turn of a conversation: a message and its reply.
///
/// @param message the message as typed
/// @param filters the filters that selected the articles to search
/// @param asked the time of the message
/// @param reply the reply, without content that was withdrawn from the archive later
/// @param lost the cited articles that were withdrawn or replaced later, by id
/// @param feedback the user's feedback; `null` if absent
public record Turn(
    String message,
    Filters filters,
    Instant asked,
    Reply reply,
    List<UnavailableSource> lost,
    @Nullable Feedback feedback) {
  public Turn {
    lost = List.copyOf(lost);
  }
}
