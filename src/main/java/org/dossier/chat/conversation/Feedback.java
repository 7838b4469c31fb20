package org.dossier.chat.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A user's feedback on an answer.
///
/// @param comment free text; `null` if absent
/// @param given the time of the feedback
public record Feedback(Verdict verdict, @Nullable String comment, Instant given) {
  /// The rating of an answer: `UP` if it was useful, `DOWN` if not.
  public enum Verdict {
    UP,
    DOWN
  }
}
