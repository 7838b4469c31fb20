package org.dossier.ingestion;

/// Is told how a run goes on, often and on the run's own thread: a listener decides itself how much
/// of it to show. First [#began], then any number of [#onAdvance], then [#onEnd], unless the run
/// fails.
public interface IngestionProgress {

  /// Hears and shows nothing.
  IngestionProgress NONE = new IngestionProgress() {};

  /// How far a run has come.
  ///
  /// @param files read to their end, or refused
  /// @param bytes read or skipped, of those in the files found; of zipped files, the zipped ones
  /// @param articles in the archive now: added, changed or unchanged
  /// @param refused so far
  record State(long files, long bytes, long articles, long refused) {}

  /// All files were found.
  ///
  /// @param files that hold articles, by their names
  /// @param bytes in them
  default void began(long files, long bytes) {}

  default void onAdvance(State state) {}

  default void onEnd(IngestionReport ingestionReport) {}
}
