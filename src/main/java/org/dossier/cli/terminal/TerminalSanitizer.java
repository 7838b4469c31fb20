package org.dossier.cli.terminal;

import java.util.regex.Pattern;

/// Sanitizer of text from articles and users for a terminal, so that the text cannot control it.
/// Escape sequences, control characters and characters that change the reading direction are
/// removed. The joiners of Persian and emoji are retained.
public final class TerminalSanitizer {
  private static final String STRING_SEQUENCE =
      "(?:\u001b[\\]PX^_]|[\u0090\u0098\u009d-\u009f])"
          + "[^\u0007\u001b\u0090-\u009f]*(?:\u0007|\u001b\\\\|\u009c)";
  private static final String CONTROL_SEQUENCE = "(?:\u001b\\[|\u009b)[0-?]*[ -/]*[@-~]";
  private static final String SHORT_SEQUENCE = "\u001b[ -/]*[0-~]";
  private static final Pattern SEQUENCES =
      Pattern.compile(STRING_SEQUENCE + "|" + CONTROL_SEQUENCE + "|" + SHORT_SEQUENCE);

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\u0085]+");
  private static final Pattern TURNING = Pattern.compile("[\u202a-\u202e\u2066-\u2069]");
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\ufeff\ufff9-\ufffb\\x{e0000}-\\x{e007f}]");
  private static final Pattern BROKEN = Pattern.compile("\\p{Cs}");

  private TerminalSanitizer() {}

  /// `words` on one line, with white space collapsed.
  public static String line(String words) {
    return piece(words).strip();
  }

  /// As [#line(String)], for a part of a line: a space at either end is retained.
  public static String piece(String words) {
    var shown = SEQUENCES.matcher(words).replaceAll("");
    shown = SPACE.matcher(shown).replaceAll(" ");
    shown = TURNING.matcher(shown).replaceAll("");
    shown = UNSEEN.matcher(shown).replaceAll("");
    return BROKEN.matcher(shown).replaceAll("\ufffd");
  }

  /// The same JSON with every character that could control a terminal escaped as `\u009b`. In JSON,
  /// such characters occur only in strings.
  public static String json(String json) {
    var escaped = new StringBuilder(json.length());
    json.chars()
        .forEach(c -> {
          if (c == '\n' || (c >= ' ' && c < 0x7f) || (c > 0x9f && !isTurning(c))) {
            escaped.append((char) c);
          } else {
            escaped.append("\\u").append(String.format("%04x", c));
          }
        });
    return escaped.toString();
  }

  private static boolean isTurning(int c) {
    return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
  }
}
