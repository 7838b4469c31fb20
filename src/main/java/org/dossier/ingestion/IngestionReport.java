package org.dossier.ingestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What one run did.
///
/// @param added articles that the archive did not have
/// @param changed articles of which it has a new version now
/// @param unchanged articles that it had just so
/// @param passedOver files in the given folders that are of no known kind
/// @param refused all that was not taken in
/// @param refusals the first of these, in the order in which they were met; bounded
/// @param interrupted whether the run was stopped before its end; what is counted here is in the
///   archive all the same, and the same run again goes on from there
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

  /// How many articles the archive has taken.
  public long articles() {
    return added + changed + unchanged;
  }

  /// For people, safe to print: the counts in one line, then each refusal.
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
