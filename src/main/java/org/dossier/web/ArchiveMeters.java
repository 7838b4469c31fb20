package org.dossier.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.dossier.index.PassageIndex;
import org.dossier.index.Snapshot;

/// How much there is to search, and how much of it still lacks its vector.
@Singleton
final class ArchiveMeters implements MeterBinder {
  /// The index is opened by whoever searches, not by being measured.
  private final Instance<PassageIndex> index;

  ArchiveMeters(Instance<PassageIndex> index) {
    this.index = index;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("dossier.passages", () -> index.get().search(Snapshot::passages))
        .description("Passages that can be found")
        .register(meters);
    Gauge.builder("dossier.vectors.backlog", this::backlog)
        .description("Passages that have no vector yet")
        .register(meters);
  }

  private int backlog() {
    return index.get().search(snapshot -> snapshot.passages() - snapshot.vectors());
  }
}
