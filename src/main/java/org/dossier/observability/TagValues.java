package org.dossier.observability;

import java.util.Locale;

/// Makes the values of labels, of which there must be few: constants, never what somebody sent.
public final class TagValues {
  private TagValues() {}

  /// `TOO_SLOW` as `too-slow`.
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
