package org.dossier.ingestion;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The lines of a stream of bytes, one at a time, in memory that is bounded by the longest one that
/// is allowed.
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

  /// @param limit the longest line in bytes; longer ones are skipped over, not kept
  ByteLines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /// Goes to the next line, with or without a line end behind it.
  ///
  /// @return false at the end
  /// @throws IOException if the line breaks off; [#number()] is its number then
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

  /// The line without its end; empty where it is too long.
  byte[] bytes() {
    return tooLong ? new byte[0] : Arrays.copyOf(line, length);
  }

  boolean tooLong() {
    return tooLong;
  }

  /// Counted from 1.
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
