package org.dossier.chat.conversation;

import java.util.OptionalInt;

/// A rejected message. The text says why and may be shown to the sender.
public final class InvalidMessageException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int NO_LIMIT = -1;

  private final String field;
  private final int limit;

  private InvalidMessageException(String field, String message, int limit) {
    super(field + ": " + message);
    this.field = field;
    this.limit = limit;
  }

  static InvalidMessageException because(String field, String reason) {
    return new InvalidMessageException(field, reason, NO_LIMIT);
  }

  static InvalidMessageException exceeding(int limit, String field, String reason) {
    return new InvalidMessageException(field, reason, limit);
  }

  /// The name of the invalid component of the message.
  public String field() {
    return field;
  }

  /// The limit that was exceeded; empty if the fault is of another kind.
  public OptionalInt limit() {
    return limit == NO_LIMIT ? OptionalInt.empty() : OptionalInt.of(limit);
  }
}
