package org.dossier.slack;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Words of one kind within a paragraph. They are shown as they stand: nothing in them is read as
/// markup, whoever wrote them.
///
/// @param words never empty
/// @param link where they lead; null for nowhere
/// @param style how they look
record Run(String words, @Nullable String link, Style style) {
  /// How words look.
  enum Style {
    PLAIN,
    BOLD,
    ITALIC
  }

  /// What Slack does not take, or would show as something else: controls and halves of pairs.
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n]]");

  Run {
    words = UNFIT.matcher(words).replaceAll(" ");
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a run has words");
    }
  }

  static Run plain(String words) {
    return new Run(words, null, Style.PLAIN);
  }

  static Run bold(String words) {
    return new Run(words, null, Style.BOLD);
  }

  static Run italic(String words) {
    return new Run(words, null, Style.ITALIC);
  }

  /// @param link null for words that lead nowhere
  static Run linked(String words, @Nullable String link, Style style) {
    return new Run(words, link, style);
  }

  /// The same kind, other words.
  Run with(String others) {
    return new Run(others, link, style);
  }
}
