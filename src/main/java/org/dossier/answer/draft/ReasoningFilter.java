package org.dossier.answer.draft;

/// Removes an LLM's reasoning (`<think>…</think>`) and blocks of code from its output. Pieces may
/// be cut anywhere: a possible beginning of a mark is held back until more text arrives.
final class ReasoningFilter {
  private static final String THINKING = "<think>";
  private static final String THOUGHT = "</think>";
  private static final int FENCE = 3;

  private final StringBuilder held = new StringBuilder();

  /// The text of `held` before this index is processed. It is deleted once per piece: deleting it
  /// at every mark would take quadratic time.
  private int from;

  /// The text of `held` from `from` to this index contains no line end.
  private int searched;

  private State state = State.SPEAKING;
  private boolean lineStart = true;

  private enum State {
    SPEAKING,
    THINKING,
    CODE
  }

  /// The output for everything read so far that was not returned before.
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

  /// The text held back that turned out to be output, at the end of the input.
  String end() {
    var rest = state == State.SPEAKING && !opensFence(from) ? held.toString() : "";
    held.setLength(0);
    searched = 0;
    return rest;
  }

  private void speak(StringBuilder told) {
    int indented = from;
    while (from < held.length()) {
      // One scan to the end of the indentation is enough.
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

  /// Drops everything up to the end of `mark`, or all but a possible beginning of it.
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

  /// Drops whole lines up to and including the closing one.
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

  /// The index of the end of the line that is held; -1 if the line is incomplete.
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

  /// True if the line from `at` on opens a block of code, or may do so with more text.
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

  /// True if the line from `at` on begins with the marks of a block of code.
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
