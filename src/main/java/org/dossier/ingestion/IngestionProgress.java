package org.dossier.ingestion;

/// A listener for the progress of a run, called often and on the run's own thread; it decides
/// itself how much to display. The order of calls is [#onCount], [#onStart], any number of
/// [#onAdvance], then [#onEnd] unless the run fails.
public interface IngestionProgress {

  /// A listener that ignores everything.
  IngestionProgress NONE = new IngestionProgress() {};

  /// The state of a run.
  ///
  /// @param files number of files read to their end, or rejected
  /// @param bytes number of bytes read or skipped, of those in the files found; for gzipped files,
  ///   of compressed bytes
  /// @param articles number of articles stored: added, changed or unchanged
  /// @param rejected number of rejections so far
  record State(long files, long bytes, long articles, long rejected) {}

  /// All files have been found.
  ///
  /// @param files number of files with articles, judged by their names
  /// @param bytes total size of these files
  default void onStart(long files, long bytes) {}

  /// Called before the files are counted, which takes a while in large folders.
  default void onCount() {}

  default void onAdvance(State state) {}

  default void onEnd(IngestionReport ingestionReport) {}
}
