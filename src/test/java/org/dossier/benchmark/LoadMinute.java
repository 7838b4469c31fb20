package org.dossier.benchmark;

import org.HdrHistogram.Histogram;

/// What happened to the questions that were due in one minute.
///
/// @param refused because the server had too much to do
/// @param failed in any other way, changes of articles among them
/// @param changes of articles that were tried
/// @param micros how long each took from when it was due, in µs
/// @param resident the most memory the server was seen to hold, in bytes; 0 where nobody looked
record LoadMinute(
    long answered,
    long abstained,
    long refused,
    long failed,
    long changes,
    Histogram micros,
    double resident) {

  /// What happened in both.
  LoadMinute and(LoadMinute other) {
    var both = micros.copy();
    both.add(other.micros);
    return new LoadMinute(
        answered + other.answered,
        abstained + other.abstained,
        refused + other.refused,
        failed + other.failed,
        changes + other.changes,
        both,
        Math.max(resident, other.resident));
  }
}
