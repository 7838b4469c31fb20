package org.dossier.chat;

import java.util.List;

/// An earlier turn of a conversation that its client keeps.
///
/// @param message the message as typed
/// @param statements the statements of the reply, without markers; empty if it had none
public record PastTurn(String message, List<String> statements) {
  public PastTurn {
    statements = List.copyOf(statements);
  }
}
