package org.dossier.web.request;

import org.dossier.chat.conversation.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/// Reads the `Idempotency-Key` header: the key by which a repeated question is recognized.
public final class IdempotencyKeyHeader {
  public static final String HEADER = "Idempotency-Key";

  private IdempotencyKeyHeader() {}

  /// @param header the header value; `null` if absent
  /// @throws ProblemException if it is not a valid key
  public static @Nullable IdempotencyKey key(@Nullable String header) {
    if (header == null) {
      return null;
    }
    if (!IdempotencyKey.isValid(header)) {
      throw Parameters.problem(
          HEADER, "must be 22 to 128 letters, digits, - and _, from at least 128 random bits");
    }
    return new IdempotencyKey(header);
  }
}
