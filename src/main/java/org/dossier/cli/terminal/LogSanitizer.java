package org.dossier.cli.terminal;

import java.util.regex.Pattern;

/// Sanitizer of text for a log. Control characters, line breaks of all kinds and characters that
/// change the reading direction are escaped as `\\u001b`.
final class LogSanitizer {
  private static final Pattern HARMFUL =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

  private LogSanitizer() {}

  static boolean isHarmless(String words) {
    return !HARMFUL.matcher(words).find();
  }

  static String sanitize(String words) {
    return HARMFUL
        .matcher(words)
        .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
  }

  /// `fault` itself if the messages of it, its causes and its suppressed exceptions are harmless;
  /// otherwise a copy with sanitized messages.
  static Throwable sanitize(Throwable fault) {
    return isHarmless(fault) ? fault : new SanitizedException(fault);
  }

  private static boolean isHarmless(Throwable fault) {
    for (var cause : fault.getSuppressed()) {
      if (!isHarmless(cause)) {
        return false;
      }
    }
    return isHarmless(fault.toString())
        && (fault.getCause() == null || isHarmless(fault.getCause()));
  }

  private static final class SanitizedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String words;

    SanitizedException(Throwable fault) {
      super(fault.getCause() == null ? null : sanitize(fault.getCause()));
      words = sanitize(fault.toString());
      setStackTrace(fault.getStackTrace());
      for (var suppressed : fault.getSuppressed()) {
        addSuppressed(sanitize(suppressed));
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
