package org.dossier.ingestion;

import java.time.Duration;
import java.util.Locale;

/// The estimated time until the end of some work, for people.
public final class RemainingTime {
  private RemainingTime() {}

  /// Minutes and seconds, from an hour on with hours: `2:13`, `1:00:05`.
  public static String format(long seconds) {
    var time = Duration.ofSeconds(seconds);
    return time.toHours() > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", time.toMinutesPart(), time.toSecondsPart());
  }
}
