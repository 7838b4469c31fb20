package org.dossier.ingestion;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A line reader over a stream of bytes, with memory bounded by the maximum line length.
final class ByteLines {
  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private byte[] line = new byte[1 << 12];
  private int length;
  private boolean tooLong;
  private int number;

  /// @param limit maximum line length in bytes; longer lines are skipped
  ByteLines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /// Advances to the next line. The last line does not need a line end.
  ///
  /// @return false at the end
  /// @throws IOException if the line is truncated; [#number()] is then its number
  boolean next() throws IOException {
    length = 0;
    tooLong = false;
    number++;
    boolean any = false;
    while (fill()) {
      any = true;
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      keep(end - from);
      from = Math.min(end + 1, to);
      if (end < to) {
        return true;
      }
    }
    number -= any ? 0 : 1;
    return any;
  }

  /// The line without its end; empty if it is too long.
  byte[] bytes() {
    return tooLong ? new byte[0] : Arrays.copyOf(line, length);
  }

  boolean tooLong() {
    return tooLong;
  }

  /// The line number, from 1.
  int number() {
    return number;
  }

  private boolean fill() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, in.read(buffer));
    }
    return from < to;
  }

  private void keep(int count) {
    if (tooLong || length + count > limit) {
      tooLong = true;
      return;
    }
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.min(limit, Math.max(2 * line.length, length + count)));
    }
    System.arraycopy(buffer, from, line, length, count);
    length += count;
  }
}
