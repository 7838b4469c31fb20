package org.dossier.ingestion;

import java.time.Duration;

/// How much of anything one run takes at a time.
///
/// @param fileBytes the longest file that is one article; files of JSON lines may be of any length
/// @param lineBytes the longest line of a file of JSON lines
/// @param batchArticles how many articles go into the archive at once, at most
/// @param batchTime how long an article that was read waits for others before it goes in
/// @param refusalsKept how many refusals a report names; the others are counted
public record IngestionLimits(
    int fileBytes, int lineBytes, int batchArticles, Duration batchTime, int refusalsKept) {

  /// A batch is one transaction: large enough to share its cost, small enough that an interrupted
  /// run loses little.
  public static final IngestionLimits DEFAULT =
      new IngestionLimits(20_000_000, 8_000_000, 64, Duration.ofMillis(300), 1_000);
}
