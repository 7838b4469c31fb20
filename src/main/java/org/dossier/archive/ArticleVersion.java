package org.dossier.archive;

import java.time.Instant;

/// One version of an article, as the archive keeps it.
///
/// @param article what it said
/// @param version its hash, [Article#version()]
/// @param number 1 for the first version that the archive saw of this article, then 2, …
/// @param firstSeen when the archive first took in any version of this article
/// @param seen when the archive took in this one
/// @param current whether it is the article's newest
public record ArticleVersion(
    Article article, String version, int number, Instant firstSeen, Instant seen, boolean current) {
  public ArticleVersion {
    if (number < 1) {
      throw new IllegalArgumentException("versions count from 1: " + number);
    }
  }
}
