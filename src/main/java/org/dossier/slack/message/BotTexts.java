package org.dossier.slack.message;

import org.dossier.chat.conversation.InvalidMessageException;

/// The texts of the bot's own messages.
public final class BotTexts {
  public static final String READING = "is reading the archive…";

  public static final String HELP =
      "Ask me a question, and I look in the archive for it: every sentence of my answer names the"
          + " words of the article that say it. Mention me in a channel, write to me directly, or"
          + " use /dossier followed by your question.";

  public static final String FAULT =
      "Something went wrong here while I was looking; it has nothing to do with your question."
          + " Please ask again in a while.";

  public static final String BROKEN_OFF =
      "Here the answer breaks off: something went wrong while I was looking. Please ask again in a"
          + " while.";

  public static final String NOT_HERE =
      "I cannot write in this channel. Invite me with /invite, or write to me directly.";

  private BotTexts() {}

  /// The reply to a question that is invalid.
  public static String refusal(InvalidMessageException refused) {
    var reason = refused.getMessage() == null ? "" : refused.getMessage();
    return "I cannot take this question: it " + reason.replaceFirst("^\\w+: ", "") + ".";
  }
}
