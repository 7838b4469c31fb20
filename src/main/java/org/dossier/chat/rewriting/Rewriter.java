package org.dossier.chat.rewriting;

import java.util.List;
import java.util.Optional;

/// Port for a rewriter of follow-up messages that uses an LLM. If it returns no question, the
/// built-in rules apply. Safe for any number of threads.
public interface Rewriter {
  /// Returns no question, so that the built-in rules always apply.
  Rewriter NONE = (earlier, message) -> Optional.empty();

  /// The message as a standalone question.
  ///
  /// @param earlier the previous turns, oldest first; at least one
  /// @param message the message as typed, on one line
  /// @return the question; empty if it has none, also if the LLM is down, which is no exception
  Optional<String> rewrite(List<HistoryTurn> earlier, String message);
}
