package org.dossier.slack.message;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A run of text in one style within a paragraph. It is displayed verbatim: nothing in it is
/// interpreted as markup.
///
/// @param words never empty
/// @param link the target URL; `null` for none
/// @param style the display style
public record TextRun(String words, @Nullable String link, Style style) {
  /// The display style of a run.
  enum Style {
    PLAIN,
    BOLD,
    ITALIC
  }

  /// Characters that Slack rejects or displays differently: control characters and unpaired
  /// surrogates.
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n]]");

  public TextRun {
    words = UNFIT.matcher(words).replaceAll(" ");
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a run must have text");
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

  /// @param link `null` for text without a link
  static TextRun linked(String words, @Nullable String link, Style style) {
    return new TextRun(words, link, style);
  }

  /// A copy with other text.
  TextRun with(String others) {
    return new TextRun(others, link, style);
  }
}
