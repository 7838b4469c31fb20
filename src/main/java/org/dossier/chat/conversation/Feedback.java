package org.dossier.chat.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody thought of an answer.
///
/// @param comment in their own words; null for none
/// @param given when
public record Feedback(Verdict verdict, @Nullable String comment, Instant given) {
  /// Whether the answer was of use.
  public enum Verdict {
    UP,
    DOWN
  }
}
