package org.dossier.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;

/// Takes an article out of an index behind its back, keeping what it records about itself.
final class LostPassage {
  private LostPassage() {}

  static void in(Path folder) throws IOException {
    try (var directory = FSDirectory.open(folder);
        var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      Map<String, String> recorded;
      try (var reader = DirectoryReader.open(directory)) {
        recorded = reader.getIndexCommit().getUserData();
      }
      writer.deleteDocuments(new Term(Fields.ARTICLE, "lock"));
      writer.setLiveCommitData(recorded.entrySet());
      writer.commit();
    }
  }
}
