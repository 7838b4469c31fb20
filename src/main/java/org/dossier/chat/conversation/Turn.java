package org.dossier.chat.conversation;

import java.time.Instant;
import java.util.List;
import org.dossier.search.Filters;
import org.jspecify.annotations.Nullable;

/// One exchange of a conversation, as it was kept.
///
/// @param message as it was typed
/// @param filters which articles were let answer
/// @param asked when
/// @param reply what it got; less what was withdrawn from the archive since
/// @param lost the cited articles that were withdrawn or replaced since, by id
/// @param feedback what was thought of it; null for nothing
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
