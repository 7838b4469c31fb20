package org.dossier.retrieval;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.dossier.text.date.DateRange;
import org.jspecify.annotations.Nullable;

/// How much the day of publication counts when passages and sentences are ranked for a question.
///
/// The score falls with the logarithm of the age: a week against today counts about as much as two
/// years against one. Passages of the same age, and those of an archive without dates, keep their
/// order.
///
/// @param askedOn the day of asking
/// @param recency the weight of the age, in points of a sentence's score; 0 for none
/// @param period the period that the question names; `null` for none
/// @param passageBonus the fused score that a passage gains for a publication in that period
/// @param inPeriod the points of a sentence for a publication in that period
public record TimePreference(
    LocalDate askedOn,
    double recency,
    @Nullable DateRange period,
    double passageBonus,
    double inPeriod) {
  private static final double DAYS_OF_A_WEEK = 7;

  /// The age of what has no date.
  private static final long UNKNOWN_AGE = 365;

  /// No preference.
  public static TimePreference none(LocalDate askedOn) {
    return new TimePreference(askedOn, 0, null, 0, 0);
  }

  /// True if the period contains the day.
  boolean isInPeriod(@Nullable LocalDate published) {
    return period != null && published != null && period.contains(published);
  }

  /// The points for a day of publication; 0 or less without a period.
  ///
  /// @param published `null` if unknown
  public double points(@Nullable LocalDate published) {
    double points = recency == 0 ? 0 : -recency * Math.log1p(age(published) / DAYS_OF_A_WEEK);
    return isInPeriod(published) ? points + inPeriod : points;
  }

  private long age(@Nullable LocalDate published) {
    return published == null
        ? UNKNOWN_AGE
        : Math.max(0, ChronoUnit.DAYS.between(published, askedOn));
  }
}
