package org.dossier.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The lines that a user types, or that a pipe or a file contains.
public interface LineInput {
  /// The next line, without its end; `null` at the end of the input.
  @Nullable String read() throws IOException;

  /// The lines of a pipe or a file, in UTF-8.
  static LineInput of(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))::readLine;
  }
}
