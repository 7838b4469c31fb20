package org.dossier.chat;

import org.dossier.chat.conversation.ClientSecret;
import org.dossier.chat.conversation.IdempotencyKey;
import org.dossier.search.Filters;
import org.jspecify.annotations.Nullable;

/// A message of a user to the archive.
///
/// @param conversation the id of the conversation that it continues; `null` begins a new one
/// @param text the text as typed
/// @param filters the filters that select the articles to search
/// @param client the client secret under which a new conversation is listed; `null` if under none
/// @param key the idempotency key; `null` if the message is not repeated
public record Message(
    @Nullable String conversation,
    String text,
    Filters filters,
    @Nullable ClientSecret client,
    @Nullable IdempotencyKey key) {
  /// A message without an idempotency key, whose conversation is in no list.
  public Message(@Nullable String conversation, String text, Filters filters) {
    this(conversation, text, filters, null, null);
  }
}
