package org.dossier.slack.message;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Slack's markup, read: what a person typed, as plain words.
public final class Mrkdwn {
  /// `<@U012>`, `<@U012|ada>`, `<#C012|general>`, `<!here>`, `<https://…|label>`.
  private static final Pattern ENTITY = Pattern.compile("<([@#!]?)([^<>|]*)(?:\\|([^<>]*))?>");

  /// Slack cuts a message at so many characters; what is longer is not parsed.
  public static final int LONGEST = 40_000;

  private Mrkdwn() {}

  /// The words of `text`, stripped; mentions of `bot` are left out. A text longer than [#LONGEST]
  /// comes back as it is: no question may be that long, and it is refused for its length.
  ///
  /// @param bot its user id
  public static String plain(String text, String bot) {
    if (text.length() > LONGEST) {
      return text;
    }
    var words = ENTITY.matcher(text).replaceAll(entity -> quote(words(entity, bot)));
    // Marks may stand in one another; code first, in which the others are only characters.
    for (int depth = 0; depth < 3; depth++) {
      words = Emphasis.without(words);
    }
    return unescape(words).strip();
  }

  /// Whether `text` mentions this user.
  public static boolean mentions(String text, String user) {
    return text.length() <= LONGEST
        && ENTITY
            .matcher(text)
            .results()
            .anyMatch(entity -> entity.group(1).equals("@") && entity.group(2).equals(user));
  }

  /// Whether `text` mentions any person.
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

  /// The other way: nothing in the result acts where Slack reads markup.
  public static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
