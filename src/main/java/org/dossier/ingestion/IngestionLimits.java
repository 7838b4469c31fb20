package org.dossier.ingestion;

import java.time.Duration;

/// The limits of one ingestion run.
///
/// @param fileBytes maximum size of a file that is one article; JSON Lines files may have any size
/// @param lineBytes maximum length of a line of a JSON Lines file
/// @param batchArticles maximum number of articles in a batch
/// @param batchTime maximum time that a read article waits for its batch to fill
/// @param maxRejections maximum number of rejections that a report lists; the others are only
///   counted
public record IngestionLimits(
    int fileBytes, int lineBytes, int batchArticles, Duration batchTime, int maxRejections) {

  /// A batch is one transaction: large enough to share its cost, small enough that an interrupted
  /// run loses little.
  public static final IngestionLimits DEFAULT =
      new IngestionLimits(20_000_000, 8_000_000, 64, Duration.ofMillis(300), 1_000);
}
