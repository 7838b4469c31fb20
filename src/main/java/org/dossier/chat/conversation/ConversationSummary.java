package org.dossier.chat.conversation;

import java.time.Instant;

/// A conversation in a client's list.
///
/// @param id goes on with, reads or deletes it
/// @param title its first message
/// @param turns how many it has
/// @param begun when its first turn was kept
/// @param lastUsed when its last one was
public record ConversationSummary(
    String id, String title, int turns, Instant begun, Instant lastUsed) {}
