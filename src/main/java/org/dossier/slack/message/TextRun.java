package org.dossier.slack.message;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Words of one kind within a paragraph. They are shown as they stand: nothing in them is read as
/// markup, whoever wrote them.
///
/// @param words never empty
/// @param link where they lead; null for nowhere
/// @param style how they look
public record TextRun(String words, @Nullable String link, Style style) {
  /// How words look.
  enum Style {
    PLAIN,
    BOLD,
    ITALIC
  }

  /// What Slack does not take, or would show as something else: controls and halves of pairs.
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n]]");

  public TextRun {
    words = UNFIT.matcher(words).replaceAll(" ");
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a run has words");
    }
  }

  public static TextRun plain(String words) {
    return new TextRun(words, null, Style.PLAIN);
  }

  static TextRun bold(String words) {
    return new TextRun(words, null, Style.BOLD);
  }

  static TextRun italic(String words) {
    return new TextRun(words, null, Style.ITALIC);
  }

  /// @param link null for words that lead nowhere
  static TextRun linked(String words, @Nullable String link, Style style) {
    return new TextRun(words, link, style);
  }

  /// The same kind, other words.
  TextRun with(String others) {
    return new TextRun(others, link, style);
  }
}
