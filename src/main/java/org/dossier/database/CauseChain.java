package org.dossier.database;

import java.util.Objects;
import java.util.stream.Stream;

/// The causes of an exception.
final class CauseChain {
  private CauseChain() {}

  /// `fault` itself, then its cause, the cause of that, and so on.
  static Stream<Throwable> of(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
  }
}
