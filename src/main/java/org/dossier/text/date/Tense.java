package org.dossier.text.date;

/// The tense of the clause around a date: whether "on Friday" means the last or the next one.
enum Tense {
  /// The date has passed.
  PAST,
  /// The date is announced.
  FUTURE,
  /// The words do not decide: "they meet on Friday", "announced talks on Friday".
  UNKNOWN;

  boolean isFuture() {
    return this == FUTURE;
  }

  boolean isKnown() {
    return this != UNKNOWN;
  }
}
