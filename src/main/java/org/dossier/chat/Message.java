package org.dossier.chat;

import org.dossier.index.Filters;
import org.jspecify.annotations.Nullable;

/// What somebody says to the archive.
///
/// @param conversation the conversation it goes on with; null begins a new one
/// @param text in the sender's words
/// @param filters which articles may answer
public record Message(@Nullable String conversation, String text, Filters filters) {}
