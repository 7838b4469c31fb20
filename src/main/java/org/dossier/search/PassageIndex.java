package org.dossier.search;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An index of the archive's passages, which follows the archive's changes. It is derived from the
/// database and can be rebuilt from it. Safe for any number of threads.
///
/// This is the port to a search engine: no type of an engine occurs in it.
public interface PassageIndex extends AutoCloseable {

  /// A snapshot of the newest state. The caller closes it.
  IndexSnapshot snapshot();

  /// Calls `search` with a snapshot and closes the snapshot. Neither the snapshot nor an object
  /// that reads from it may leave the callback.
  default <T extends @Nullable Object> T search(
      Function<? super IndexSnapshot, ? extends T> search) {
    try (var snapshot = snapshot()) {
      return search.apply(snapshot);
    }
  }

  /// The analyzer by whose terms passages are found.
  TermAnalyzer analyzer();

  /// Applies every change that the archive has now. They are visible when this returns. To be
  /// called after each change of the archive.
  ///
  /// @return the sequence of the newest visible change
  long catchUp();

  /// Returns whether the last attempt to follow the archive succeeded. After a failure, such as a
  /// full disk, searches use the last visible state.
  boolean isFollowing();

  /// Rebuilds the index from the archive next to the one in use, which continues to answer and to
  /// follow the archive until the new one replaces it. Returns after the replacement.
  ///
  /// @throws IndexException if the rebuild fails; the index in use is unchanged then
  void rebuild();

  /// Makes the visible state durable. Only saves work at the next start.
  void commit();

  /// Removes the text of withdrawn articles from the storage of the index. Does nothing if nothing
  /// changed since the last call. Searches and updates continue concurrently. Searches in progress
  /// may still read the removed text.
  ///
  /// @throws IndexException if this fails, such as on a full disk; to be called again then
  void purge();

  /// Registers `listener` to run after changes became visible, on the thread that applied them.
  void onChange(Runnable listener);

  /// The name under which [org.dossier.archive.Embeddings] stores the vectors of this index.
  String model();

  /// The search engine if it is not in this process; empty if it is. Asks the engine.
  default Optional<EngineStatus> engine() {
    return Optional.empty();
  }

  /// Commits and closes. A rebuild in progress is abandoned. A second call has no effect.
  @Override
  void close();
}
