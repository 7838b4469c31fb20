package org.dossier.ingestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The result of one run.
///
/// @param added articles that the archive did not have
/// @param changed articles of which it now has a new version
/// @param unchanged articles that it already had with the same content
/// @param skipped files of an unknown kind in the given folders
/// @param rejected total number of rejections
/// @param rejections the first of these, in the order in which they occurred; bounded
/// @param interrupted true if the run was stopped early; the articles counted here are stored all
///   the same, and a repeated run continues from there
public record IngestionReport(
    long added,
    long changed,
    long unchanged,
    SkippedFiles skipped,
    long rejected,
    List<Rejection> rejections,
    boolean interrupted) {
  public IngestionReport {
    rejections = List.copyOf(rejections);
    if (rejections.size() > rejected) {
      throw new IllegalArgumentException(rejections.size() + " rejections listed of " + rejected);
    }
  }

  /// The number of articles stored.
  public long articles() {
    return added + changed + unchanged;
  }

  /// The lines for people, safe to print: the counts in one line, the kinds of skipped files, and
  /// each rejection.
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(counts());
    if (skipped.total() > 0) {
      lines.add(
          "skipped files of other kinds: %s; supported are %s"
              .formatted(skipped, ReaderRegistry.endings()));
    }
    rejections.forEach(rejection -> lines.add(rejection.toString()));
    if (rejected > rejections.size()) {
      lines.add(
          String.format(Locale.ROOT, "… and %,d more rejected", rejected - rejections.size()));
    }
    return List.copyOf(lines);
  }

  private String counts() {
    var counts =
        String.format(
            Locale.ROOT,
            "added %,d · changed %,d · unchanged %,d · rejected %,d",
            added,
            changed,
            unchanged,
            rejected);
    if (skipped.total() > 0) {
      counts += String.format(Locale.ROOT, " · skipped %,d", skipped.total());
    }
    return interrupted ? counts + " · interrupted; run it again to continue" : counts;
  }
}
