package org.dossier.web;

import org.dossier.chat.conversation.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/// Reads the key by which an ask is known when it is sent again.
final class IdempotencyKeyHeader {
  static final String HEADER = "Idempotency-Key";

  private IdempotencyKeyHeader() {}

  /// @param header as it was sent; null where it was not
  /// @throws Problem if it is no key
  static @Nullable IdempotencyKey key(@Nullable String header) {
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
