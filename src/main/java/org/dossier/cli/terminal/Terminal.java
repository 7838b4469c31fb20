package org.dossier.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the standard output can do.
///
/// @param interactive whether a person sees it, rather than a file or another program
/// @param colours whether bold and the like may be used
/// @param width how many columns a line has
public record Terminal(boolean interactive, boolean colours, int width) {
  private static final String BOLD = "\u000e";
  private static final String PLAIN = "\u000f";
  private static final int USUAL_WIDTH = 80;
  private static final int LEAST_WIDTH = 20;

  public Terminal {
    if (width < LEAST_WIDTH) {
      throw new IllegalArgumentException("a line has at least 20 columns: " + width);
    }
  }

  /// The one that this process writes to. `NO_COLOR` turns colours off (no-color.org), `COLUMNS`
  /// sets the width.
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
      width = askedWidth();
    }
    return new Terminal(
        interactive, colours, width == 0 ? USUAL_WIDTH : Math.max(LEAST_WIDTH, width));
  }

  /// Marks words as bold for [#styled(String)]. The marks take no column and cannot come from
  /// elsewhere: [TerminalSanitizer] leaves no control character.
  public static String bold(String words) {
    return BOLD + words + PLAIN;
  }

  /// What was laid out, with bold as this terminal wants it.
  public String styled(String laidOut) {
    return laidOut
        .replace(BOLD, colours ? "\u001b[1m" : "")
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

  /// Shells keep `COLUMNS` to themselves, and Java does not tell; 0 where nobody knows.
  private static int askedWidth() {
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
