package org.dossier.evaluation.question;

import java.util.Locale;

/// One figure.
///
/// @param group what it is about: "retrieval"
/// @param name unique within its group: "hit@1"
/// @param unit what the value counts
/// @param value never NaN
/// @param questions on how many questions it was measured
public record Metric(String group, String name, Unit unit, double value, int questions) {
  public Metric {
    if (Double.isNaN(value) || questions < 1) {
      throw new IllegalArgumentException(
          "%s, %s: %s of %d questions".formatted(group, name, value, questions));
    }
  }

  /// What a value counts, and how people read it.
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

    String written(double value) {
      return String.format(Locale.ROOT, format, value * factor);
    }

    String writtenDifference(double difference) {
      return String.format(Locale.ROOT, format.replaceFirst("%", "%+"), difference * factor);
    }
  }
}
