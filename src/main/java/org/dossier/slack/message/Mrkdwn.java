package org.dossier.slack.message;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Converts Slack's markup (mrkdwn), as a user typed it, to plain text.
public final class Mrkdwn {
  /// `<@U012>`, `<@U012|ada>`, `<#C012|general>`, `<!here>`, `<https://…|label>`.
  private static final Pattern ENTITY = Pattern.compile("<([@#!]?)([^<>|]*)(?:\\|([^<>]*))?>");

  /// The maximum length of a Slack message in characters; longer texts are not parsed.
  public static final int MAX_LENGTH = 40_000;

  private Mrkdwn() {}

  /// The plain text of `text`, stripped, without mentions of `bot`. A text longer than
  /// [#MAX_LENGTH] is returned unchanged: it exceeds the maximum length of a question and will be
  /// rejected for its length.
  ///
  /// @param bot the bot's user id
  public static String toPlainText(String text, String bot) {
    if (text.length() > MAX_LENGTH) {
      return text;
    }
    var plain =
        ENTITY.matcher(text).replaceAll(entity -> quoteReplacement(entityText(entity, bot)));
    // Markers may be nested. Code is processed first, because markers in code are ordinary
    // characters.
    for (int depth = 0; depth < 3; depth++) {
      plain = Emphasis.strip(plain);
    }
    return unescape(plain).strip();
  }

  /// Returns true if `text` mentions this user.
  public static boolean mentions(String text, String user) {
    return text.length() <= MAX_LENGTH
        && ENTITY
            .matcher(text)
            .results()
            .anyMatch(entity -> entity.group(1).equals("@") && entity.group(2).equals(user));
  }

  /// Returns true if `text` mentions any user.
  public static boolean mentionsAnyone(String text) {
    return text.length() <= MAX_LENGTH
        && ENTITY.matcher(text).results().anyMatch(entity -> entity.group(1).equals("@"));
  }

  private static String entityText(MatchResult entity, String bot) {
    var target = entity.group(2);
    var label = entity.group(3);
    return switch (entity.group(1)) {
      case "@" -> target.equals(bot) ? " " : "@" + label(label, target);
      case "#" -> "#" + label(label, target);
      case "!" -> special(target, label);
      default -> label(label, target.replaceFirst("^(mailto|tel):", ""));
    };
  }

  /// `<!here>`, `<!subteam^S012|@editors>`, `<!date^1392734382^…|18 February 2014>`.
  private static String special(String target, String label) {
    if (label != null && !label.isBlank()) {
      return label;
    }
    return "@" + target.replaceFirst("\\^.*", "");
  }

  private static String label(String label, String otherwise) {
    return label == null || label.isBlank() ? otherwise : label;
  }

  private static String quoteReplacement(String plain) {
    return java.util.regex.Matcher.quoteReplacement(plain);
  }

  private static String unescape(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /// Escapes `text`, so that Slack interprets nothing in it as markup.
  public static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
