package org.dossier.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The time of day of a publication, to the minute, in the zone that its source states.
///
/// @param time the hour and the minute
/// @param offset the distance of the zone from UTC; `null` if the source states none
public record PublishedTime(LocalTime time, @Nullable ZoneOffset offset) {
  private static final int LENGTH = 5;

  /// The zone in which a day begins first.
  private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

  public PublishedTime {
    time = time.truncatedTo(ChronoUnit.MINUTES);
  }

  /// Reads the result of [#toString].
  ///
  /// @throws InvalidArticleException naming the field `publishedTime`, if `text` has another form
  public static PublishedTime parse(String text) {
    try {
      int end = Math.min(LENGTH, text.length());
      var zone = text.substring(end);
      return new PublishedTime(
          LocalTime.parse(text.substring(0, end)), zone.isEmpty() ? null : ZoneOffset.of(zone));
    } catch (DateTimeException e) {
      throw new InvalidArticleException(
          "publishedTime", "is not a time such as 08:15, 08:15Z or 08:15+02:00: " + text);
    }
  }

  /// The minutes from the year 1970 (UTC) to this time of `day`, by which publications are ordered.
  /// Without a zone, the time is treated as one in UTC.
  public long epochMinute(LocalDate day) {
    var zone = offset == null ? ZoneOffset.UTC : offset;
    return day.atTime(time).toEpochSecond(zone) / 60;
  }

  /// The earliest moment that this time of `day` may be: without a zone, the one in the zone where
  /// it comes first.
  Instant earliest(LocalDate day) {
    return day.atTime(time).toInstant(offset == null ? FIRST_ZONE : offset);
  }

  /// `08:15`, `08:15Z` or `08:15+02:00`.
  @Override
  public String toString() {
    return time + (offset == null ? "" : offset.getId());
  }
}
