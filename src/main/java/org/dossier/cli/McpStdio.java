package org.dossier.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/// The transport of MCP over standard input and output: one message a line, answered one after the
/// other. Nothing else is written to the output.
///
/// @param out flushed after each message
public record McpStdio(InputStream in, PrintStream out) {
  /// Answers until the end of the input.
  ///
  /// @param answer the response to a line, on one line; empty for a notification
  public void serve(Function<String, Optional<String>> answer) {
    try {
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          answer.apply(line).ifPresent(this::write);
        }
      }
    } catch (IOException e) {
      throw new CommandException("standard input cannot be read: " + e.getMessage(), e);
    }
  }

  /// The line end is the same on every system.
  private void write(String response) {
    out.print(response + "\n");
    out.flush();
  }
}
