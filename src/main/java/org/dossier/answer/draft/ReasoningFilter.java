package org.dossier.answer.draft;

/// Lets through what a model says to the reader, and not what it thinks aloud (`<think>…</think>`)
/// nor blocks of code. Pieces may be cut anywhere: what may turn out to be a mark is held back
/// until more has come.
final class ReasoningFilter {
  private static final String THINKING = "<think>";
  private static final String THOUGHT = "</think>";
  private static final int FENCE = 3;

  private final StringBuilder held = new StringBuilder();

  /// What stands before this place of `held` is done. It is removed once for each piece: removed at
  /// every mark, it would take quadratic time.
  private int from;

  /// Before this place of `held`, and behind `from`, no line ends.
  private int searched;

  private State state = State.SPEAKING;
  private boolean lineStart = true;

  private enum State {
    SPEAKING,
    THINKING,
    CODE
  }

  /// What can be told of everything read so far, and was not told before.
  String read(String piece) {
    held.append(piece);
    var told = new StringBuilder();
    int before;
    do {
      before = from;
      switch (state) {
        case SPEAKING -> speak(told);
        case THINKING -> skipTo(THOUGHT);
        case CODE -> skipCode();
      }
    } while (from > before);
    held.delete(0, from);
    searched = Math.max(0, searched - from);
    from = 0;
    return told.toString();
  }

  /// What was held back and turned out to be nothing else, now that all was read.
  String end() {
    var rest = state == State.SPEAKING && !opensFence(from) ? held.toString() : "";
    held.setLength(0);
    searched = 0;
    return rest;
  }

  private void speak(StringBuilder told) {
    int indented = from;
    while (from < held.length()) {
      // One look at the end of the indentation is enough.
      if (lineStart && from >= indented) {
        if (mayOpenFence(from)) {
          openFence();
          return;
        }
        indented = behindSpaces(from);
      }
      char c = held.charAt(from);
      if (c == '<' && begins(THINKING, from)) {
        if (held.length() - from >= THINKING.length()) {
          state = State.THINKING;
          from += THINKING.length();
        }
        return;
      }
      lineStart = c == '\n' || (lineStart && c == ' ');
      told.append(c);
      from++;
    }
  }

  private void openFence() {
    int end = lineEnd();
    if (end >= 0 && opensFence(from)) {
      state = State.CODE;
      from = end + 1;
    }
  }

  /// Drops everything up to the end of `mark`, or all but what may be its beginning.
  private void skipTo(String mark) {
    int at = held.indexOf(mark, from);
    if (at >= 0) {
      from = at + mark.length();
      state = State.SPEAKING;
      lineStart = true;
    } else {
      from = Math.max(from, held.length() - mark.length() + 1);
    }
  }

  /// Drops whole lines, the closing one being the last.
  private void skipCode() {
    int end = lineEnd();
    if (end < 0) {
      return;
    }
    boolean closes = opensFence(from);
    from = end + 1;
    if (closes) {
      state = State.SPEAKING;
      lineStart = true;
    }
  }

  /// Where the line that is held ends; -1 while its end is not there.
  private int lineEnd() {
    int end = held.indexOf("\n", Math.max(from, searched));
    searched = end < 0 ? held.length() : end;
    return end;
  }

  private int behindSpaces(int at) {
    int behind = at;
    while (behind < held.length() && held.charAt(behind) == ' ') {
      behind++;
    }
    return behind;
  }

  /// Whether the line from `at` on opens a block of code, or may do so once more of it is there.
  private boolean mayOpenFence(int at) {
    int mark = behindSpaces(at);
    if (mark == held.length()) {
      return false;
    }
    char c = held.charAt(mark);
    int end = mark;
    while (end < held.length() && end - mark < FENCE && held.charAt(end) == c) {
      end++;
    }
    return (c == '`' || c == '~') && (end - mark >= FENCE || end == held.length());
  }

  /// Whether the line from `at` on begins with the marks of a block of code.
  private boolean opensFence(int at) {
    int mark = at;
    while (mark < held.length()
        && held.charAt(mark) != '\n'
        && Character.isWhitespace(held.charAt(mark))) {
      mark++;
    }
    int end = Math.min(held.length(), mark + FENCE);
    var marks = held.substring(mark, end);
    return marks.equals("```") || marks.equals("~~~");
  }

  private boolean begins(String mark, int at) {
    int length = Math.min(mark.length(), held.length() - at);
    return mark.startsWith(held.substring(at, at + length));
  }
}
