package org.dossier.cli;

import java.util.function.Consumer;
import org.dossier.search.Filters;
import org.jspecify.annotations.Nullable;

/// Who answers: this process, or a server in another one. Either gives the same JSON, the HTTP
/// interface's own, and throws an exception whose message is for people where it cannot.
public interface Backend {
  /// The reply to a question that begins a conversation.
  String ask(String question, Filters filters);

  /// The reply to a message of a conversation.
  ///
  /// @param conversation the one it goes on with; null begins a new one
  /// @param statement hears of each statement as it stands, as the event `statement` has it, on the
  ///   calling thread
  String converse(
      @Nullable String conversation, String message, Filters filters, Consumer<String> statement);

  /// The evidence for some words.
  ///
  /// @param limit how many passages at most; null leaves it to the answering side
  String search(String words, Filters filters, @Nullable Integer limit);
}
