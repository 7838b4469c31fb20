package org.dossier.slack.message;

import org.dossier.chat.conversation.InvalidMessageException;

/// The texts of the bot's own messages.
public final class BotTexts {
  public static final String STATUS = "is reading the archive…";

  public static final String HELP =
      "Ask me a question about the archive: every sentence of my answer cites the article that"
          + " supports it. Mention me in a channel, send me a direct message, or"
          + " use /dossier followed by your question.";

  public static final String FAILURE =
      "Something went wrong on my side; it has nothing to do with your question."
          + " Please ask again later.";

  public static final String INCOMPLETE =
      "The answer is incomplete: something went wrong on my side. Please ask again" + " later.";

  public static final String CANNOT_POST =
      "I cannot post in this channel. Invite me with /invite, or send me a direct message.";

  private BotTexts() {}

  /// The reply to a question that is invalid.
  public static String invalidQuestion(InvalidMessageException invalid) {
    var reason = invalid.getMessage() == null ? "" : invalid.getMessage();
    return "I cannot answer this question: it " + reason.replaceFirst("^\\w+: ", "") + ".";
  }
}
