package org.dossier.evaluation.question;

import java.util.Locale;

/// One metric.
///
/// @param group its subject: "retrieval"
/// @param name unique within its group: "hit@1"
/// @param unit the unit of the value
/// @param value never NaN
/// @param questions number of questions it was measured on
public record Metric(String group, String name, Unit unit, double value, int questions) {
  public Metric {
    if (Double.isNaN(value) || questions < 1) {
      throw new IllegalArgumentException(
          "%s, %s: %s of %d questions".formatted(group, name, value, questions));
    }
  }

  /// The unit of a value, and its form in reports.
  public enum Unit {
    /// 0 to 1, written with three decimals.
    SCORE("%.3f", 1),
    /// 0 to 1, written in percent.
    SHARE("%.1f %%", 100),
    /// A mean count.
    COUNT("%.2f", 1),
    MILLISECONDS("%.1f ms", 1);

    private final String format;
    private final double factor;

    Unit(String format, double factor) {
      this.format = format;
      this.factor = factor;
    }

    String format(double value) {
      return String.format(Locale.ROOT, format, value * factor);
    }

    String formatDifference(double difference) {
      return String.format(Locale.ROOT, format.replaceFirst("%", "%+"), difference * factor);
    }
  }
}
