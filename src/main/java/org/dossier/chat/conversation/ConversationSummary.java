package org.dossier.chat.conversation;

import java.time.Instant;

/// A conversation in a client's list.
///
/// @param id the id, with which it can be continued, read and deleted
/// @param title the first message
/// @param turns the number of turns
/// @param createdAt the time when the first turn was stored
/// @param lastActiveAt the time when the last turn was stored
public record ConversationSummary(
    String id, String title, int turns, Instant createdAt, Instant lastActiveAt) {}
