package org.dossier.chat.rewriting;

import java.util.List;
import java.util.Optional;

/// The port behind which a model may make a follow-up stand alone. What it does not do, or fails
/// to, is done by our own rules. Safe for any number of threads.
public interface Rewriter {
  /// Leaves everything to our own rules.
  Rewriter NONE = (earlier, message) -> Optional.empty();

  /// The message as a question that can be understood without the turns before it.
  ///
  /// @param earlier the turns before it, oldest first; at least one
  /// @param message on one line, in the sender's words
  /// @return empty where it cannot tell; never an exception for a model that is down
  Optional<String> rewritten(List<HistoryTurn> earlier, String message);
}
