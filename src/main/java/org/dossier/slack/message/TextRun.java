package org.dossier.slack.message;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A run of text in one style within a paragraph. It is displayed verbatim: nothing in it is
/// interpreted as markup.
///
/// @param text never empty
/// @param link the target URL; `null` for none
/// @param style the display style
public record TextRun(String text, @Nullable String link, Style style) {
  /// The display style of a run.
  enum Style {
    PLAIN,
    BOLD,
    ITALIC
  }

  /// Characters that Slack rejects or displays differently: control characters and unpaired
  /// surrogates.
  private static final Pattern UNSUPPORTED = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n]]");

  public TextRun {
    text = UNSUPPORTED.matcher(text).replaceAll(" ");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a run must have text");
    }
  }

  public static TextRun plain(String text) {
    return new TextRun(text, null, Style.PLAIN);
  }

  static TextRun bold(String text) {
    return new TextRun(text, null, Style.BOLD);
  }

  static TextRun italic(String text) {
    return new TextRun(text, null, Style.ITALIC);
  }

  /// @param link `null` for text without a link
  static TextRun linked(String text, @Nullable String link, Style style) {
    return new TextRun(text, link, style);
  }

  /// A copy with other text.
  TextRun withText(String other) {
    return new TextRun(other, link, style);
  }
}
