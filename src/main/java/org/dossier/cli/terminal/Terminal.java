package org.dossier.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The capabilities of standard output.
///
/// @param interactive true for a terminal, false for a file or a pipe
/// @param colours whether bold and colours may be used
/// @param width the number of columns of a line
public record Terminal(boolean interactive, boolean colours, int width) {
  private static final String BOLD = "\u000e";
  private static final String PLAIN = "\u000f";
  private static final int DEFAULT_WIDTH = 80;
  private static final int MIN_WIDTH = 20;

  public Terminal {
    if (width < MIN_WIDTH) {
      throw new IllegalArgumentException("the width must be at least 20 columns: " + width);
    }
  }

  /// The terminal of this process. `NO_COLOR` turns colours off (no-color.org), `COLUMNS` sets the
  /// width.
  public static Terminal current() {
    boolean interactive =
        Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    return of(interactive, System.getenv());
  }

  static Terminal of(boolean interactive, Map<String, String> environment) {
    boolean colours =
        interactive
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    int width = width(environment.get("COLUMNS"));
    if (width == 0 && interactive) {
      width = reportedWidth();
    }
    return new Terminal(
        interactive, colours, width == 0 ? DEFAULT_WIDTH : Math.max(MIN_WIDTH, width));
  }

  /// Marks words as bold for [#styled(String)]. The marks take no column and cannot come from other
  /// text: [TerminalSanitizer] removes control characters.
  public static String bold(String words) {
    return BOLD + words + PLAIN;
  }

  /// Text with its marks for bold replaced by the escape sequences of this terminal.
  public String styled(String text) {
    return text.replace(BOLD, colours ? "\u001b[1m" : "")
        .replace(PLAIN, colours ? "\u001b[0m" : "");
  }

  /// JSON as this terminal may show it: sanitized if it is interactive, otherwise unchanged.
  public String json(String json) {
    return interactive ? TerminalSanitizer.json(json) : json;
  }

  private static int width(@Nullable String columns) {
    try {
      return columns == null ? 0 : Math.clamp(Integer.parseInt(columns.strip()), 0, 1_000);
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  /// The width that `stty` reports, since shells do not export `COLUMNS` and Java has no API for
  /// it; 0 if unknown.
  private static int reportedWidth() {
    try {
      var stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(Path.of("/dev/tty").toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (var out = stty.getInputStream()) {
        var rowsAndColumns =
            new String(out.readAllBytes(), StandardCharsets.US_ASCII).split(" ", -1);
        return rowsAndColumns.length == 2 ? width(rowsAndColumns[1]) : 0;
      }
    } catch (IOException _) {
      return 0;
    }
  }
}
