package org.dossier.cli.terminal;

import java.util.regex.Pattern;

/// Words in which nothing is left that a log or a terminal could take for more than words: control
/// characters, line ends of all kinds and what turns the reading direction are written `\\u001b`.
final class LogSanitizer {
  private static final Pattern HARMFUL =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

  private LogSanitizer() {}

  static boolean is(String words) {
    return !HARMFUL.matcher(words).find();
  }

  static String of(String words) {
    return HARMFUL
        .matcher(words)
        .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
  }

  /// The same fault where all that it says, and its causes say, is harmless; otherwise one that
  /// looks like it and says the same harmlessly.
  static Throwable of(Throwable fault) {
    return isHarmless(fault) ? fault : new Told(fault);
  }

  private static boolean isHarmless(Throwable fault) {
    for (var cause : fault.getSuppressed()) {
      if (!isHarmless(cause)) {
        return false;
      }
    }
    return is(fault.toString()) && (fault.getCause() == null || isHarmless(fault.getCause()));
  }

  private static final class Told extends Exception {
    private static final long serialVersionUID = 1L;

    private final String words;

    Told(Throwable fault) {
      super(fault.getCause() == null ? null : of(fault.getCause()));
      words = of(fault.toString());
      setStackTrace(fault.getStackTrace());
      for (var suppressed : fault.getSuppressed()) {
        addSuppressed(of(suppressed));
      }
    }

    @Override
    public String getMessage() {
      return words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
