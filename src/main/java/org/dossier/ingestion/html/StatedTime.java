package org.dossier.ingestion.html;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.dossier.archive.PublishedTime;
import org.jspecify.annotations.Nullable;

/// The time of day after a date in figures: `T08:15:30.5+02:00`, `08:15 UTC`, `0815Z`, `8:15 PM`.
final class StatedTime {
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)?\\s*([ap]\\.?m\\.?)?\\s*(Z|UTC|GMT)?"
              + "\\s*([+-]\\d{2}(?::?\\d{2})?)?",
          Pattern.CASE_INSENSITIVE);

  /// Other abbreviations have more than one meaning: CST is a zone of America and of China.
  private static final Map<String, ZoneOffset> ZONES =
      Map.of("Z", ZoneOffset.UTC, "UTC", ZoneOffset.UTC, "GMT", ZoneOffset.UTC);

  private StatedTime() {}

  /// The time in `text`. Programs write midnight to the second for a date without a time, which is
  /// therefore no stated time.
  ///
  /// @return `null` if `text` has another form, or states no time
  static @Nullable PublishedTime parse(String text) {
    var match = TIME.matcher(text.strip());
    if (!match.matches()) {
      return null;
    }
    try {
      int hour = hour(Integer.parseInt(match.group(1)), match.group(4));
      int second = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
      var time = LocalTime.of(hour, Integer.parseInt(match.group(2)), Math.min(second, 59));
      boolean isUnset = match.group(3) != null && time.equals(LocalTime.MIDNIGHT);
      return isUnset ? null : new PublishedTime(time, offset(match.group(5), match.group(6)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int hour(int hour, @Nullable String half) {
    if (half == null) {
      return hour;
    }
    if (hour < 1 || hour > 12) {
      throw new DateTimeException("not an hour of half a day: " + hour);
    }
    return hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
  }

  /// The sum of a name and a difference: `GMT+0200`.
  private static @Nullable ZoneOffset offset(@Nullable String name, @Nullable String difference) {
    if (difference != null) {
      return ZoneOffset.of(difference);
    }
    return name == null ? null : ZONES.get(name.toUpperCase(Locale.ROOT));
  }
}
