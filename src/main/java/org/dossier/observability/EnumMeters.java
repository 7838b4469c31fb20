package org.dossier.observability;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// A meter for each constant of an enum, all registered from the beginning, because a rate needs an
/// initial zero.
final class EnumMeters<E extends Enum<E>, M> {
  private final Map<E, M> meters;

  private EnumMeters(Map<E, M> meters) {
    this.meters = meters;
  }

  static <E extends Enum<E>, M> EnumMeters<E, M> get(Class<E> type, Function<E, M> making) {
    var meters = new EnumMap<E, M>(type);
    for (var constant : type.getEnumConstants()) {
      meters.put(constant, making.apply(constant));
    }
    return new EnumMeters<>(meters);
  }

  M get(E constant) {
    return Objects.requireNonNull(meters.get(constant));
  }
}
