package org.dossier.chat;

import org.dossier.chat.conversation.ClientSecret;
import org.dossier.chat.conversation.IdempotencyKey;
import org.dossier.search.Filters;
import org.jspecify.annotations.Nullable;

/// What somebody says to the archive.
///
/// @param conversation the conversation it goes on with; null begins a new one
/// @param text in the sender's words
/// @param filters which articles may answer
/// @param client under whose key a new conversation is listed; null for none's
/// @param key by which it is known when it is sent again; null where it never is
public record Message(
    @Nullable String conversation,
    String text,
    Filters filters,
    @Nullable ClientSecret client,
    @Nullable IdempotencyKey key) {
  /// A message that is sent once, and whose conversation is listed nowhere.
  public Message(@Nullable String conversation, String text, Filters filters) {
    this(conversation, text, filters, null, null);
  }
}
