package org.dossier.web.request;

import org.dossier.chat.conversation.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/// Reads the key by which an ask is known when it is sent again.
public final class IdempotencyKeyHeader {
  public static final String HEADER = "Idempotency-Key";

  private IdempotencyKeyHeader() {}

  /// @param header as it was sent; null where it was not
  /// @throws ProblemException if it is no key
  public static @Nullable IdempotencyKey key(@Nullable String header) {
    if (header == null) {
      return null;
    }
    if (!IdempotencyKey.isOne(header)) {
      throw Parameters.problem(
          HEADER, "must be 22 to 128 letters, digits, - and _, made from 128 random bits");
    }
    return new IdempotencyKey(header);
  }
}
