package org.dossier.search.lucene;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dossier.search.IndexException;
import org.jspecify.annotations.Nullable;

/// Removes the text of withdrawn articles from the files of the store in use, and records up to
/// which change this is done. For one thread at a time.
final class Purge {
  private final LuceneStores luceneStores;
  private final Supplier<@Nullable LuceneStore> inUse;
  private volatile Done done = new Done(null, 0);

  /// @param inUse supplies the store in use
  Purge(LuceneStores luceneStores, Supplier<@Nullable LuceneStore> inUse) {
    this.luceneStores = luceneStores;
    this.inUse = inUse;
  }

  /// The change up to which a store was purged.
  private record Done(@Nullable LuceneStore store, long sequence) {}

  /// Purges the store in use, unless nothing changed since the last purge.
  ///
  /// @param committing runs its argument on the thread that writes
  /// @throws IndexException if the purge fails
  void run(Consumer<Runnable> committing) {
    var used = inUse.get();
    if (used == null || used.isBroken() || done.equals(new Done(used, used.sequence()))) {
      return;
    }
    long sequence = used.sequence();
    try {
      if (luceneStores.purge(used, work -> committing.accept(unlessReplaced(used, work)))) {
        done = new Done(used, sequence);
      }
    } catch (IndexException e) {
      // The files of a replaced store are deleted anyway.
      if (inUse.get() == used) {
        throw e;
      }
    }
  }

  /// Skips `work` if the store was replaced in the meantime, because it is closed then.
  private Runnable unlessReplaced(LuceneStore used, Runnable work) {
    return () -> {
      if (inUse.get() == used) {
        work.run();
      }
    };
  }
}
