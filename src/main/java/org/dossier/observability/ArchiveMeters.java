package org.dossier.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.dossier.archive.Archive;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.PassageIndex;

/// Gauges of the searchable articles and passages, the embedding backlog, and the lag of the index
/// behind the database. Computed when read; NaN while the database is unreachable.
@Singleton
final class ArchiveMeters implements MeterBinder {
  /// Suppliers, because both are opened by the code that works with them and not by being measured.
  private final Instance<Archive> archive;

  private final Instance<PassageIndex> index;

  ArchiveMeters(Instance<Archive> archive, Instance<PassageIndex> index) {
    this.archive = archive;
    this.index = index;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    gauge(meters, "dossier.articles", () -> archive.get().summary().articles());
    gauge(meters, "dossier.passages", () -> index.get().search(IndexSnapshot::passages));
    gauge(meters, "dossier.embedding.backlog", this::backlog);
    gauge(meters, "dossier.index.generation", this::generation);
    gauge(meters, "dossier.index.lag", this::lag);
  }

  private static void gauge(MeterRegistry meters, String name, Supplier<Number> value) {
    Gauge.builder(name, value).register(meters);
  }

  private int backlog() {
    return index.get().search(indexSnapshot -> indexSnapshot.passages() - indexSnapshot.vectors());
  }

  private long generation() {
    return index.get().search(IndexSnapshot::generation);
  }

  /// The index is read first: a change that arrives in between makes it appear behind for a moment,
  /// never ahead.
  private long lag() {
    long taken = generation();
    return archive.get().sequence() - taken;
  }
}
