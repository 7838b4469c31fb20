package org.dossier.benchmark;

import java.nio.file.Path;

/// Starts workers; tests have them in their own process.
interface Workers {
  /// One that takes articles in and asks about them.
  Worker forArticles(Contestants who, Path folder);

  /// One that takes synthetic passages in, for others to serve.
  Worker forFilling(Contestants who, Path folder);

  /// One that serves them.
  Worker forServing(Contestants who, Path folder);
}
