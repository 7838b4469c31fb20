package org.dossier.chat.conversation;

import java.util.List;

/// The turns of one conversation, oldest first.
public record Conversation(String id, List<Turn> turns) {
  public Conversation {
    turns = List.copyOf(turns);
  }
}
