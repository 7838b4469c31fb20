package org.dossier.search.opensearch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Removes the text of deleted articles from the files of the cluster, and the indexes that
/// remained of earlier builds. For one thread at a time.
final class EnginePurge {
  /// How long searches may still read an index that was replaced.
  private static final Duration GRACE = Duration.ofMinutes(1);

  /// A shard keeps deleted documents until its copies have confirmed the deletion, for about half a
  /// minute. So the rewrite that counts begins later.
  private static final Duration CONFIRMATION = Duration.ofSeconds(90);

  private final EngineIndexes indexes;
  private final Map<String, Long> unusedSince = new HashMap<>();
  private long seen;
  private long seenAt;
  private long rewritten;

  EnginePurge(EngineIndexes indexes) {
    this.indexes = indexes;
  }

  /// @param recording runs its argument while no process writes
  void run(Consumer<Runnable> recording) {
    deleteUnused();
    var state = indexes.current();
    if (state.isPresent() && state.get().removed() > state.get().purged()) {
      rewrite(state.get(), recording);
    }
  }

  private void rewrite(IndexState state, Consumer<Runnable> recording) {
    if (state.removed() != seen) {
      seen = state.removed();
      seenAt = System.nanoTime();
    }
    boolean confirmed = System.nanoTime() - seenAt > CONFIRMATION.toNanos();
    if (confirmed || rewritten != seen) {
      indexes.expungeDeletes(state.index());
      rewritten = seen;
    }
    if (confirmed) {
      recording.accept(() ->
          indexes
              .state(state.index())
              .ifPresent(newest -> indexes.record(newest.withPurged(state.removed()))));
    }
  }

  private void deleteUnused() {
    var unused = indexes.unused();
    unusedSince.keySet().retainAll(unused);
    for (var index : unused) {
      long since = unusedSince.computeIfAbsent(index, _ -> System.nanoTime());
      if (System.nanoTime() - since > GRACE.toNanos()) {
        indexes.delete(index);
      }
    }
  }
}
