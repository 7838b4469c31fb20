package org.dossier.ingestion;

import java.nio.file.Path;

/// A file that contains articles.
///
/// @param id the id of its article, if the file itself has none
/// @param size in bytes, as found by the file walk
/// @param reader the reader for its kind of file
record ArticleSource(Path path, String id, long size, ArticleReader reader) implements WalkEntry {

  String name() {
    return path.toString();
  }
}
