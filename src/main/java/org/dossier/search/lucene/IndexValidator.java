package org.dossier.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.dossier.search.IndexFault;

/// Validates an index before it is used.
final class IndexValidator {
  private IndexValidator() {}

  /// The reason why the index in use in `folder` cannot be opened; empty if it can. Reads every
  /// byte of the index.
  static Optional<IndexFault> fault(IndexFolder folder, String schema, long newest) {
    return folder
        .current()
        .map(found -> fault(found, schema, newest))
        .orElse(Optional.of(IndexFault.stale("no index exists yet")));
  }

  /// The reason why the index in `folder` cannot be opened; empty if it can. Reads every byte of
  /// it.
  ///
  /// @param schema the expected schema
  /// @param newest the sequence of the archive's newest change, the upper limit for the index
  static Optional<IndexFault> fault(Path folder, String schema, long newest) {
    try (var directory = FSDirectory.open(folder);
        var reader = DirectoryReader.open(directory)) {
      var commitMetadata = CommitMetadata.of(reader.getIndexCommit().getUserData());
      if (!commitMetadata.schema().equals(schema)) {
        return Optional.of(
            IndexFault.stale(
                "it was built with another schema or for another archive: "
                    + commitMetadata.schema()));
      }
      if (commitMetadata.sequence() > newest) {
        return Optional.of(
            IndexFault.stale(
                "it is ahead of the archive, so it belongs to another one: %d > %d"
                    .formatted(commitMetadata.sequence(), newest)));
      }
      if (commitMetadata.documents() != reader.numDocs()) {
        return Optional.of(
            IndexFault.damage(
                "it has %d documents instead of %d"
                    .formatted(reader.numDocs(), commitMetadata.documents())));
      }
      checkBytes(reader);
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      // A damaged file causes many kinds of exceptions, which all mean the same.
      return Optional.of(IndexFault.damage("it cannot be read: " + e));
    }
  }

  private static void checkBytes(DirectoryReader reader) throws IOException {
    for (var leaf : reader.leaves()) {
      if (leaf.reader() instanceof CodecReader segment) {
        segment.checkIntegrity();
      }
    }
  }
}
