package org.dossier.chat;

import java.time.Instant;

/// One exchange of a conversation, as it was kept.
///
/// @param message as it was typed
/// @param asked when
/// @param reply what it got; less what was withdrawn from the archive since
public record Turn(String message, Instant asked, Reply reply) {}
