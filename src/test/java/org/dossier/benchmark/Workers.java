package org.dossier.benchmark;

import java.nio.file.Path;

/// A factory of workers; tests run them in their own process.
interface Workers {
  /// A worker that ingests articles and answers questions about them.
  Worker forArticles(Contestants who, Path folder);

  /// A worker that ingests synthetic passages, for others to serve.
  Worker forFilling(Contestants who, Path folder);

  /// A worker that serves them.
  Worker forServing(Contestants who, Path folder);
}
