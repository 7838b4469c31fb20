package org.dossier.observability;

import java.util.Locale;

/// Values of metric tags. Their number must be small: only constants, never user input.
public final class TagValues {
  private TagValues() {}

  /// The tag value of a constant: `RATE_LIMITED` becomes `rate-limited`.
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
