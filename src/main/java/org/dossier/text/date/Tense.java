package org.dossier.text.date;

/// The tense of the clause around a date: whether "on Friday" means the last or the next one.
enum Tense {
  /// The date has passed.
  PAST,
  /// The clause is in the past, but its verb need not govern the date: "used the visit to attack
  /// his rival in May".
  PAST_ELSEWHERE,
  /// The date is announced.
  FUTURE,
  /// The date was announced in the past, and may have passed since: "would sell it in April".
  PLANNED,
  /// The same, or it is the date of the announcement: "agreed to sell it in April".
  AGREED,
  /// The words do not decide: "they meet on Friday", "announced talks on Friday".
  UNKNOWN;

  boolean isFuture() {
    return this == FUTURE || this == PLANNED || this == AGREED;
  }

  boolean isKnown() {
    return this != UNKNOWN;
  }
}
