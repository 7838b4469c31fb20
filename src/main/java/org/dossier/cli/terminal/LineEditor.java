package org.dossier.cli.terminal;

import java.io.IOException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/// Lines typed on a terminal, with line editing and the earlier lines on the arrow keys. They are
/// kept in memory only. Ctrl-C and Ctrl-D end the input.
public final class LineEditor implements LineInput, AutoCloseable {
  private static final String PROMPT = "> ";

  private final Terminal terminal;
  private final LineReader reader;

  LineEditor(Terminal terminal) {
    this.terminal = terminal;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            // “!” is a character of a message, not a reference to an earlier line.
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.BRACKETED_PASTE, false)
            .build();
  }

  /// The editor of the terminal of this process.
  public static LineEditor system() throws IOException {
    return new LineEditor(TerminalBuilder.builder().system(true).dumb(true).build());
  }

  @Override
  public @Nullable String read() {
    try {
      return reader.readLine(PROMPT);
    } catch (EndOfFileException | UserInterruptException _) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
