package org.dossier.search.lucene;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dossier.search.IndexException;
import org.jspecify.annotations.Nullable;

/// Takes the words of withdrawn articles out of the files of the store in use, and remembers up to
/// which change that is done. For one thread at a time.
final class Purge {
  private final LuceneStores luceneStores;
  private final Supplier<@Nullable LuceneStore> inUse;
  private volatile Done done = new Done(null, 0);

  /// @param inUse the store that is in use when it is asked
  Purge(LuceneStores luceneStores, Supplier<@Nullable LuceneStore> inUse) {
    this.luceneStores = luceneStores;
    this.inUse = inUse;
  }

  /// Up to which change a store was purged.
  private record Done(@Nullable LuceneStore store, long sequence) {}

  /// Purges the store in use, unless nothing changed since the last time.
  ///
  /// @param committing runs what is given to it on the thread that writes
  /// @throws IndexException if that fails
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
      // The files of a store that was replaced are deleted with all that is in them.
      if (inUse.get() == used) {
        throw e;
      }
    }
  }

  /// A store that was replaced meanwhile is closed.
  private Runnable unlessReplaced(LuceneStore used, Runnable work) {
    return () -> {
      if (inUse.get() == used) {
        work.run();
      }
    };
  }
}
