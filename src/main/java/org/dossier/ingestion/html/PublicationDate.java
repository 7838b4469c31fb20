package org.dossier.ingestion.html;

import java.time.LocalDate;
import org.dossier.archive.PublishedTime;
import org.jspecify.annotations.Nullable;

/// The day of a publication or of a change, with the time of day if it is stated.
///
/// @param time `null` if not stated
public record PublicationDate(LocalDate day, @Nullable PublishedTime time) {
  /// A day without a time.
  PublicationDate(LocalDate day) {
    this(day, null);
  }

  public static @Nullable LocalDate dayOrNull(@Nullable PublicationDate date) {
    return date == null ? null : date.day();
  }

  public static @Nullable PublishedTime timeOrNull(@Nullable PublicationDate date) {
    return date == null ? null : date.time();
  }
}
