package org.dossier.observability;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dossier.archive.Archive;
import org.dossier.search.EngineStatus;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.PassageIndex;

/// Gauges of the searchable articles and passages, the embedding backlog, the lag of the index
/// behind the database, and the search engine if it is in another process. Computed when read; NaN
/// while the database is unreachable.
@Singleton
final class ArchiveMeters implements MeterBinder {
  private static final EngineStatus IN_PROCESS =
      new EngineStatus("this process", "green", 0, 0, Duration.ZERO);

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
    gauge(meters, "dossier.search.engine.up", this::engineUp);
    FunctionTimer.builder(
            "dossier.search.engine.requests",
            this,
            all -> all.engine().requests(),
            all -> all.engine().time().toNanos(),
            TimeUnit.NANOSECONDS)
        .register(meters);
    FunctionCounter.builder("dossier.search.engine.failures", this, all -> all.engine().failures())
        .register(meters);
  }

  private static void gauge(MeterRegistry meters, String name, Supplier<Number> value) {
    Gauge.builder(name, value).register(meters);
  }

  private EngineStatus engine() {
    return index.get().engine().orElse(IN_PROCESS);
  }

  private int engineUp() {
    return engine().isReachable() ? 1 : 0;
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
