package org.dossier.writing;

/// Lets through what a model says to the reader, and not what it thinks aloud (`<think>…</think>`)
/// nor blocks of code. Pieces may be cut anywhere: what may turn out to be a mark is held back
/// until more has come.
final class Spoken {
  private static final String THINKING = "<think>";
  private static final String THOUGHT = "</think>";
  private static final int FENCE = 3;

  private final StringBuilder held = new StringBuilder();
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
      before = held.length();
      switch (state) {
        case SPEAKING -> speak(told);
        case THINKING -> skipTo(THOUGHT);
        case CODE -> skipCode();
      }
    } while (held.length() < before);
    return told.toString();
  }

  /// What was held back and turned out to be nothing else, now that all was read.
  String end() {
    var rest = state == State.SPEAKING && !opensFence(held) ? held.toString() : "";
    held.setLength(0);
    return rest;
  }

  private void speak(StringBuilder told) {
    int at = 0;
    while (at < held.length()) {
      if (lineStart && mayOpenFence(at)) {
        held.delete(0, at);
        if (held.indexOf("\n") >= 0 && opensFence(held)) {
          state = State.CODE;
          held.delete(0, held.indexOf("\n") + 1);
        }
        return;
      }
      char c = held.charAt(at);
      if (c == '<' && begins(THINKING, at)) {
        held.delete(0, at);
        if (held.length() >= THINKING.length()) {
          state = State.THINKING;
          held.delete(0, THINKING.length());
        }
        return;
      }
      lineStart = c == '\n' || (lineStart && c == ' ');
      told.append(c);
      at++;
    }
    held.setLength(0);
  }

  /// Drops everything up to the end of `mark`, or all but what may be its beginning.
  private void skipTo(String mark) {
    int at = held.indexOf(mark);
    if (at >= 0) {
      held.delete(0, at + mark.length());
      state = State.SPEAKING;
      lineStart = true;
    } else {
      held.delete(0, Math.max(0, held.length() - mark.length() + 1));
    }
  }

  /// Drops whole lines, the closing one being the last.
  private void skipCode() {
    int end = held.indexOf("\n");
    if (end < 0) {
      return;
    }
    boolean closes = opensFence(held.substring(0, end));
    held.delete(0, end + 1);
    if (closes) {
      state = State.SPEAKING;
      lineStart = true;
    }
  }

  /// Whether the line from `at` on opens a block of code, or may do so once more of it is there.
  private boolean mayOpenFence(int at) {
    int mark = at;
    while (mark < held.length() && held.charAt(mark) == ' ') {
      mark++;
    }
    if (mark == held.length()) {
      return false;
    }
    char c = held.charAt(mark);
    int end = mark;
    while (end < held.length() && held.charAt(end) == c) {
      end++;
    }
    return (c == '`' || c == '~') && (end - mark >= FENCE || end == held.length());
  }

  private static boolean opensFence(CharSequence line) {
    var stripped = line.toString().strip();
    return stripped.startsWith("```") || stripped.startsWith("~~~");
  }

  private boolean begins(String mark, int at) {
    int length = Math.min(mark.length(), held.length() - at);
    return mark.startsWith(held.substring(at, at + length));
  }
}
