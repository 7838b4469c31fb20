package org.dossier.text.entity;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The points for each kind that the mentions of a name have. For one thread.
final class KindEvidence {
  private static final double LEAST = 2;
  private static final double LEAD = 1;

  private final Map<EntityKind, Double> points = new EnumMap<>(EntityKind.class);

  /// The points of one mention count fully; those of others of the same kind add up.
  void add(EntityKind kind, double added) {
    if (added != 0) {
      points.merge(kind, added, Double::sum);
    }
  }

  /// The kind with the most points; `null` if none has enough, or two have similarly many.
  @Nullable EntityKind kind() {
    EntityKind best = null;
    double first = 0;
    double second = 0;
    for (var kind : EntityKind.values()) {
      double value = points.getOrDefault(kind, 0.0);
      if (value > first) {
        second = first;
        first = value;
        best = kind;
      } else {
        second = Math.max(second, value);
      }
    }
    return first >= LEAST && first - second >= Math.max(LEAD, first / 2) ? best : null;
  }
}
