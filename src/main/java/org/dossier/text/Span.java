package org.dossier.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A range of a text: UTF-16 offsets, `start` inclusive, `end` exclusive.
public record Span(int start, int end) implements Comparable<Span> {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("invalid span: " + start + " to " + end);
    }
  }

  public int length() {
    return end - start;
  }

  /// The substring of `text` at this span.
  ///
  /// @throws IndexOutOfBoundsException if this span exceeds `text`
  public String of(String text) {
    return text.substring(start, end);
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /// The first of `spans` that overlaps `other`; `null` if none does.
  ///
  /// @param spans in order, without overlap
  public static @Nullable Span firstOverlapping(List<Span> spans, Span other) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).end() <= other.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < spans.size() && spans.get(low).overlaps(other) ? spans.get(low) : null;
  }

  /// This span moved by `offset` characters.
  public Span shifted(int offset) {
    return new Span(start + offset, end + offset);
  }

  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
