package org.dossier.ingestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The result of one run.
///
/// @param added articles that the archive did not have
/// @param changed articles of which it now has a new version
/// @param unchanged articles that it already had with the same content
/// @param passedOver files of an unknown kind in the given folders
/// @param refused total number of rejections
/// @param refusals the first of these, in the order in which they occurred; bounded
/// @param interrupted true if the run was stopped early; the articles counted here are stored all
///   the same, and a repeated run continues from there
public record IngestionReport(
    long added,
    long changed,
    long unchanged,
    long passedOver,
    long refused,
    List<Rejection> refusals,
    boolean interrupted) {
  public IngestionReport {
    refusals = List.copyOf(refusals);
    if (refusals.size() > refused) {
      throw new IllegalArgumentException(refusals.size() + " refusals of " + refused);
    }
  }

  /// The number of articles stored.
  public long articles() {
    return added + changed + unchanged;
  }

  /// The lines for people, safe to print: the counts in one line, then each rejection.
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(counts());
    refusals.forEach(rejection -> lines.add(rejection.toString()));
    if (refused > refusals.size()) {
      lines.add(String.format(Locale.ROOT, "… and %,d more refused", refused - refusals.size()));
    }
    return List.copyOf(lines);
  }

  private String counts() {
    var counts =
        String.format(
            Locale.ROOT,
            "added %,d · changed %,d · unchanged %,d · refused %,d",
            added,
            changed,
            unchanged,
            refused);
    if (passedOver > 0) {
      counts += String.format(Locale.ROOT, " · passed over %,d of another kind", passedOver);
    }
    return interrupted ? counts + " · interrupted, run it again to go on" : counts;
  }
}
