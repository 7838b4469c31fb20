package org.dossier.ingestion;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The number of skipped files of each kind. Files of a kind that is not supported are no error.
///
/// @param byKind by extension, such as `.pdf`; names without an extension, and further kinds beyond
///   a limit, are counted under the empty key
public record SkippedFiles(Map<String, Long> byKind) {
  /// No files.
  public static final SkippedFiles NONE = new SkippedFiles(Map.of());

  private static final int MAX_KINDS = 1_000;
  private static final int MAX_SHOWN = 8;

  public SkippedFiles {
    byKind = Map.copyOf(byKind);
  }

  public long total() {
    return byKind.values().stream().mapToLong(Long::longValue).sum();
  }

  /// The kinds for people, the most frequent first: `.pdf (12), .docx (1)`. Safe to print.
  @Override
  public String toString() {
    var shown =
        byKind.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MAX_SHOWN)
            .map(kind ->
                String.format(
                    Locale.ROOT,
                    "%s (%,d)",
                    kind.getKey().isEmpty()
                        ? "other names"
                        : PrintablePath.toPrintable(kind.getKey()),
                    kind.getValue()))
            .collect(Collectors.joining(", "));
    return byKind.size() > MAX_SHOWN ? shown + ", …" : shown;
  }

  /// Counts skipped files. Not thread-safe.
  static final class Counter {
    private final Map<String, Long> byKind = new TreeMap<>();

    void add(String kind) {
      boolean known = byKind.containsKey(kind) || byKind.size() < MAX_KINDS;
      byKind.merge(known ? kind : "", 1L, Long::sum);
    }

    SkippedFiles result() {
      return new SkippedFiles(byKind);
    }
  }
}
