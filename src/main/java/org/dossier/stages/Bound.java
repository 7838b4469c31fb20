package org.dossier.stages;

/// Where a thread's [Watch] stands: an interface could not keep it to itself.
final class Bound {
  static final ScopedValue<Watch> WATCH = ScopedValue.newInstance();

  private Bound() {}
}
