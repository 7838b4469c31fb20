package org.dossier.answer.draft;

/// Removes an LLM's reasoning (`<think>…</think>`) and blocks of code from its output. Pieces may
/// be cut anywhere: a possible beginning of a mark is held back until more text arrives.
final class ReasoningFilter {
  private static final String THINKING_START = "<think>";
  private static final String THINKING_END = "</think>";
  private static final int FENCE = 3;

  private final StringBuilder pending = new StringBuilder();

  /// The text of `pending` before this index is processed. It is deleted once per piece: deleting
  /// it at every mark would take quadratic time.
  private int from;

  /// The text of `pending` from `from` to this index contains no line end.
  private int searched;

  private State state = State.OUTPUT;
  private boolean lineStart = true;

  private enum State {
    OUTPUT,
    THINKING,
    CODE
  }

  /// The output for everything read so far that was not returned before.
  String read(String piece) {
    pending.append(piece);
    var output = new StringBuilder();
    int before;
    do {
      before = from;
      switch (state) {
        case OUTPUT -> emit(output);
        case THINKING -> skipTo(THINKING_END);
        case CODE -> skipCode();
      }
    } while (from > before);
    pending.delete(0, from);
    searched = Math.max(0, searched - from);
    from = 0;
    return output.toString();
  }

  /// The text held back that turned out to be output, at the end of the input.
  String end() {
    var rest = state == State.OUTPUT && !opensFence(from) ? pending.toString() : "";
    pending.setLength(0);
    searched = 0;
    return rest;
  }

  private void emit(StringBuilder output) {
    int indented = from;
    while (from < pending.length()) {
      // One scan to the end of the indentation is enough.
      if (lineStart && from >= indented) {
        if (mayOpenFence(from)) {
          openFence();
          return;
        }
        indented = afterSpaces(from);
      }
      char c = pending.charAt(from);
      if (c == '<' && begins(THINKING_START, from)) {
        if (pending.length() - from >= THINKING_START.length()) {
          state = State.THINKING;
          from += THINKING_START.length();
        }
        return;
      }
      lineStart = c == '\n' || (lineStart && c == ' ');
      output.append(c);
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
    int at = pending.indexOf(mark, from);
    if (at >= 0) {
      from = at + mark.length();
      state = State.OUTPUT;
      lineStart = true;
    } else {
      from = Math.max(from, pending.length() - mark.length() + 1);
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
      state = State.OUTPUT;
      lineStart = true;
    }
  }

  /// The index of the end of the line that is held; -1 if the line is incomplete.
  private int lineEnd() {
    int end = pending.indexOf("\n", Math.max(from, searched));
    searched = end < 0 ? pending.length() : end;
    return end;
  }

  private int afterSpaces(int at) {
    int after = at;
    while (after < pending.length() && pending.charAt(after) == ' ') {
      after++;
    }
    return after;
  }

  /// True if the line from `at` on opens a block of code, or may do so with more text.
  private boolean mayOpenFence(int at) {
    int mark = afterSpaces(at);
    if (mark == pending.length()) {
      return false;
    }
    char c = pending.charAt(mark);
    int end = mark;
    while (end < pending.length() && end - mark < FENCE && pending.charAt(end) == c) {
      end++;
    }
    return (c == '`' || c == '~') && (end - mark >= FENCE || end == pending.length());
  }

  /// True if the line from `at` on begins with the marks of a block of code.
  private boolean opensFence(int at) {
    int mark = at;
    while (mark < pending.length()
        && pending.charAt(mark) != '\n'
        && Character.isWhitespace(pending.charAt(mark))) {
      mark++;
    }
    int end = Math.min(pending.length(), mark + FENCE);
    var marks = pending.substring(mark, end);
    return marks.equals("```") || marks.equals("~~~");
  }

  private boolean begins(String mark, int at) {
    int length = Math.min(mark.length(), pending.length() - at);
    return mark.startsWith(pending.substring(at, at + length));
  }
}
