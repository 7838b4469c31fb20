package org.dossier.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// One version of an article, as stored in the archive.
///
/// @param article its content
/// @param version its hash, [Article#version()]
/// @param number 1 for the first version of this article that the archive saw, then 2, …
/// @param firstSeen when the archive first ingested any version of this article
/// @param seen when the archive ingested this version
/// @param current true if it is the article's newest version
public record ArticleVersion(
    Article article, String version, int number, Instant firstSeen, Instant seen, boolean current) {
  public ArticleVersion {
    if (number < 1) {
      throw new IllegalArgumentException("a version number must be at least 1: " + number);
    }
  }

  /// The day from which on readers could have read this version: the publication of the first one,
  /// and of a later one the change that its source states; in UTC that of the ingestion if the
  /// source states no day.
  public LocalDate begins() {
    var stated = number == 1 ? article.published() : article.updated();
    return stated == null ? LocalDate.ofInstant(seen, ZoneOffset.UTC) : stated;
  }
}
