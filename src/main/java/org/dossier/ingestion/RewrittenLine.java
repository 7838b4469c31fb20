package org.dossier.ingestion;

import java.io.PrintStream;

/// A line of a terminal that is rewritten in place. Not thread-safe.
public final class RewrittenLine {
  private final PrintStream terminal;
  private int width;

  public RewrittenLine(PrintStream terminal) {
    this.terminal = terminal;
  }

  /// Replaces the content of the line by `text`.
  public void write(String text) {
    terminal.print('\r' + text + " ".repeat(Math.max(0, width - text.length())));
    terminal.flush();
    width = text.length();
  }

  /// Erases the line if it has content, and leaves the cursor at its start.
  public void clear() {
    if (width > 0) {
      write("");
      terminal.print('\r');
      terminal.flush();
    }
  }
}
