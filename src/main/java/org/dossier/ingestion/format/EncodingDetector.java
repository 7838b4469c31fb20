package org.dossier.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A detector of the encoding of text that does not declare one, by the frequencies of its
/// characters in each language that uses the encoding.
final class EncodingDetector {
  /// Shorter text has too few characters to decide by.
  private static final int SHORTEST = 64;

  private static final int SAMPLE = 64_000;
  private static final int LEAST_CONFIDENCE = 20;

  private EncodingDetector() {}

  /// The encodings that fit `bytes`, the most probable first; empty if `bytes` is too short. UTF-8
  /// is not among them.
  ///
  /// @param markup if true, tags are ignored
  static List<Charset> detect(byte[] bytes, boolean markup) {
    if (bytes.length < SHORTEST) {
      return List.of();
    }
    var detector = new CharsetDetector();
    detector.enableInputFilter(markup);
    detector.setText(sample(bytes));
    return Arrays.stream(detector.detectAll())
        .filter(match -> match.getConfidence() >= LEAST_CONFIDENCE)
        .flatMap(match -> charset(match).stream())
        .filter(charset -> !charset.equals(UTF_8))
        .distinct()
        .toList();
  }

  /// The part of `bytes` around its first byte that is not ASCII.
  private static byte[] sample(byte[] bytes) {
    int first = 0;
    while (first < bytes.length && bytes[first] >= 0) {
      first++;
    }
    int from = Math.clamp(first - SAMPLE / 4L, 0, bytes.length);
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + SAMPLE));
  }

  /// Text that looks like ISO-8859-1 is Windows-1252, as in browsers.
  private static Optional<Charset> charset(CharsetMatch match) {
    return DeclaredEncoding.ofLabel(match.getName());
  }
}
