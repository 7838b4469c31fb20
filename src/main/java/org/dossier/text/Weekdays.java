package org.dossier.text;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The English names of the days of the week.
public final class Weekdays {
  /// Matches a name or its abbreviation, without a full stop.
  public static final String PATTERN =
      "(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?+";

  private static final Map<String, DayOfWeek> BY_START =
      Map.of(
          "mon", DayOfWeek.MONDAY,
          "tue", DayOfWeek.TUESDAY,
          "wed", DayOfWeek.WEDNESDAY,
          "thu", DayOfWeek.THURSDAY,
          "fri", DayOfWeek.FRIDAY,
          "sat", DayOfWeek.SATURDAY,
          "sun", DayOfWeek.SUNDAY);

  public static final List<String> FULL =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  public static final List<String> SHORT =
      List.of("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun");

  private Weekdays() {}

  /// The day of the week with the full or abbreviated `name`.
  public static DayOfWeek of(String name) {
    DayOfWeek day = BY_START.get(name.substring(0, 3).toLowerCase(Locale.ROOT));
    if (day == null) {
      throw new IllegalArgumentException("not a weekday: " + name);
    }
    return day;
  }
}
