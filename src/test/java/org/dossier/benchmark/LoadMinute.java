package org.dossier.benchmark;

import org.HdrHistogram.Histogram;

/// The results of the questions that were due in one minute.
///
/// @param refused rejected because of overload
/// @param failed failed for any other reason, including changes of articles
/// @param changes attempted changes of articles
/// @param micros latency of each question from the time it was due, in µs
/// @param resident maximum measured memory of the server, in bytes; 0 if it was not measured
record LoadMinute(
    long answered,
    long abstained,
    long refused,
    long failed,
    long changes,
    Histogram micros,
    double resident) {

  /// The sum of both.
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
