package org.dossier.slack.message;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Converts Slack's markup (mrkdwn), as a user typed it, to plain text.
public final class Mrkdwn {
  /// `<@U012>`, `<@U012|ada>`, `<#C012|general>`, `<!here>`, `<https://…|label>`.
  private static final Pattern ENTITY = Pattern.compile("<([@#!]?)([^<>|]*)(?:\\|([^<>]*))?>");

  /// The maximum length of a Slack message in characters; longer texts are not parsed.
  public static final int LONGEST = 40_000;

  private Mrkdwn() {}

  /// The plain text of `text`, stripped, without mentions of `bot`. A text longer than [#LONGEST]
  /// is returned unchanged: it exceeds the maximum length of a question and will be rejected for
  /// its length.
  ///
  /// @param bot the bot's user id
  public static String plain(String text, String bot) {
    if (text.length() > LONGEST) {
      return text;
    }
    var words = ENTITY.matcher(text).replaceAll(entity -> quote(words(entity, bot)));
    // Markers may be nested. Code is processed first, because markers in code are ordinary
    // characters.
    for (int depth = 0; depth < 3; depth++) {
      words = Emphasis.without(words);
    }
    return unescape(words).strip();
  }

  /// Returns true if `text` mentions this user.
  public static boolean mentions(String text, String user) {
    return text.length() <= LONGEST
        && ENTITY
            .matcher(text)
            .results()
            .anyMatch(entity -> entity.group(1).equals("@") && entity.group(2).equals(user));
  }

  /// Returns true if `text` mentions any user.
  public static boolean mentionsSomebody(String text) {
    return text.length() <= LONGEST
        && ENTITY.matcher(text).results().anyMatch(entity -> entity.group(1).equals("@"));
  }

  private static String words(MatchResult entity, String bot) {
    var what = entity.group(2);
    var label = entity.group(3);
    return switch (entity.group(1)) {
      case "@" -> what.equals(bot) ? " " : "@" + label(label, what);
      case "#" -> "#" + label(label, what);
      case "!" -> special(what, label);
      default -> label(label, what.replaceFirst("^(mailto|tel):", ""));
    };
  }

  /// `<!here>`, `<!subteam^S012|@editors>`, `<!date^1392734382^…|18 February 2014>`.
  private static String special(String what, String label) {
    if (label != null && !label.isBlank()) {
      return label;
    }
    return "@" + what.replaceFirst("\\^.*", "");
  }

  private static String label(String label, String otherwise) {
    return label == null || label.isBlank() ? otherwise : label;
  }

  private static String quote(String words) {
    return java.util.regex.Matcher.quoteReplacement(words);
  }

  private static String unescape(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /// Escapes `text`, so that Slack interprets nothing in it as markup.
  public static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
