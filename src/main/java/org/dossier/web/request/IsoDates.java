package org.dossier.web.request;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates in requests and on pages.
public final class IsoDates {
  private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final DateTimeFormatter DISPLAY_FORMAT =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private IsoDates() {}

  /// Parses a date such as `2011-11-30`; `null` if `text` is not such a date.
  public static @Nullable LocalDate parse(String text) {
    if (!ISO.matcher(text).matches()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /// A date such as `30 November 2011`.
  public static String format(LocalDate day) {
    return DISPLAY_FORMAT.format(day);
  }
}
