package org.dossier.web.request;

import java.time.LocalDate;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Parses query parameters. A parse error names the parameter.
public final class Parameters {
  private Parameters() {}

  /// @throws ProblemException if the parameter is missing or blank
  public static String required(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw problem(name, "is missing");
    }
    return value;
  }

  /// An integer from 1 to `max`; `defaultValue` if the parameter is missing.
  ///
  /// @throws ProblemException if the value is not an integer or out of range
  public static int integer(String name, @Nullable String value, int defaultValue, int max) {
    if (value == null) {
      return defaultValue;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, with the range.
    }
    throw problem(name, "must be a whole number from 1 to " + max).withLimit(max);
  }

  /// The number of a turn in a path.
  ///
  /// @throws ProblemException if the value is not a positive integer
  public static int turn(String value) {
    return integer("turn", value, 1, Integer.MAX_VALUE);
  }

  /// @throws ProblemException if the value is not a date
  public static @Nullable LocalDate day(String name, @Nullable String value) {
    if (value == null) {
      return null;
    }
    var day = IsoDates.parse(value);
    if (day == null) {
      throw problem(name, "must be a date such as 2011-11-30");
    }
    return day;
  }

  public static ProblemException problem(String name, String detail) {
    return ProblemException.of(ProblemType.INVALID_PARAMETER, name + ": " + detail).withField(name);
  }
}
