package org.dossier.slack.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Removes emphasis markers of Slack's markup: `*bold*`, `_italic_`, `~struck~`, `` `code` `` and
/// code between three backticks.
///
/// One pass in linear time: for each marker the next position that can close it is cached, so that
/// an opening marker does not scan the rest of the text. Not thread-safe.
public final class Emphasis {
  private static final List<String> MARKS = List.of("```", "*", "_", "~", "`");

  private final String text;
  private final List<Closers> closers = new ArrayList<>();

  private Emphasis(String text) {
    this.text = text;
    MARKS.forEach(mark -> closers.add(new Closers(mark)));
  }

  /// `text` without the outermost markers; nested markers remain.
  public static String strip(String text) {
    return new Emphasis(text).remove();
  }

  private String remove() {
    var plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      var emphasized = emphasizedAt(at);
      if (emphasized == null) {
        plain.append(text.charAt(at));
        at++;
      } else {
        plain.append(text, emphasized.from(), emphasized.to());
        at = emphasized.end();
      }
    }
    return plain.toString();
  }

  /// Text between two markers.
  ///
  /// @param end the offset after the closing marker
  private record Emphasized(int from, int to, int end) {}

  private @Nullable Emphasized emphasizedAt(int at) {
    if ("`*_~".indexOf(text.charAt(at)) < 0 || isWordCharacterBefore(at)) {
      return null;
    }
    for (var closer : closers) {
      int from = at + closer.mark.length();
      if (text.startsWith(closer.mark, at) && from < text.length() && !isSpace(from)) {
        int to = closer.next(from + 1);
        if (to < text.length()) {
          return new Emphasized(from, to, to + closer.mark.length());
        }
      }
    }
    return null;
  }

  /// The positions at which one marker can close. Moves forward only.
  private final class Closers {
    private final String mark;
    private int next = -1;

    Closers(String mark) {
      this.mark = mark;
    }

    /// The first position at or after `from`; the length of the text if none exists.
    int next(int from) {
      if (next < from) {
        int at = text.indexOf(mark, from);
        while (at >= 0 && !closesAt(at)) {
          at = text.indexOf(mark, at + 1);
        }
        next = at < 0 ? text.length() : at;
      }
      return next;
    }

    private boolean closesAt(int at) {
      int end = at + mark.length();
      return !isSpace(at - 1) && (end == text.length() || !isWordCharacter(text.codePointAt(end)));
    }
  }

  private boolean isSpace(int at) {
    char c = text.charAt(at);
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private boolean isWordCharacterBefore(int at) {
    return at > 0 && isWordCharacter(text.codePointBefore(at));
  }

  /// A letter or number of any kind.
  private static boolean isWordCharacter(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.LETTER_NUMBER
        || Character.getType(c) == Character.OTHER_NUMBER;
  }
}
