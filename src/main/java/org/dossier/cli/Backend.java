package org.dossier.cli;

import java.util.List;
import org.dossier.search.Filters;
import org.dossier.web.json.ReplyJson;
import org.dossier.web.json.SearchJson;
import org.dossier.web.json.StatementEventJson;
import org.jspecify.annotations.Nullable;

/// The side that answers: this process, or a server in another process. Both return the same
/// values. If no reply is available, methods throw an exception whose message is meant for the
/// user.
public interface Backend {
  /// The maximum number of publishers that a side lists.
  int MAX_PUBLISHERS = 100;

  /// Receives the parts of a reply while it is generated.
  interface ReplyListener {
    /// A question of the message as it was understood, before its statements.
    void question(String question);

    /// A statement, as soon as it is final.
    void statement(StatementEventJson statement);
  }

  /// The publishers of the archive, at most [#MAX_PUBLISHERS].
  List<String> publishers();

  /// The reply to a question that starts a conversation.
  ReplyJson ask(String question, Filters filters);

  /// The reply to a message of a conversation.
  ///
  /// @param conversation the conversation to continue; null starts a new one
  /// @param listener called on the calling thread
  ReplyJson converse(
      @Nullable String conversation, String message, Filters filters, ReplyListener listener);

  /// The passages found for a query.
  ///
  /// @param limit the maximum number of passages; null for the default of the answering side
  SearchJson search(String query, Filters filters, @Nullable Integer limit);
}
