package org.dossier.ingestion;

import java.nio.file.Path;

/// A file that holds articles.
///
/// @param id what its article is called where the file itself does not say
/// @param size in bytes, as the walk saw it
/// @param reader for its kind of file
record ArticleSource(Path path, String id, long size, ArticleReader reader) implements WalkEntry {

  String name() {
    return path.toString();
  }
}
