package org.dossier.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.dossier.search.IndexFault;

/// Looks an index through before it is trusted.
final class IndexValidator {
  private IndexValidator() {}

  /// Why the index that is in use in `folder` cannot be used; empty if it can. Reads every byte of
  /// it.
  static Optional<IndexFault> fault(IndexFolder folder, String schema, long newest) {
    return folder
        .current()
        .map(found -> fault(found, schema, newest))
        .orElse(Optional.of(IndexFault.stale("there is none")));
  }

  /// Why the index in `folder` cannot be used; empty if it can. Reads every byte of it.
  ///
  /// @param schema what it has to be made by
  /// @param newest the sequence of the archive's newest change, which it cannot be ahead of
  static Optional<IndexFault> fault(Path folder, String schema, long newest) {
    try (var directory = FSDirectory.open(folder);
        var reader = DirectoryReader.open(directory)) {
      var commitMetadata = CommitMetadata.of(reader.getIndexCommit().getUserData());
      if (!commitMetadata.schema().equals(schema)) {
        return Optional.of(
            IndexFault.stale(
                "it was made by other rules or of another archive: " + commitMetadata.schema()));
      }
      if (commitMetadata.sequence() > newest) {
        return Optional.of(
            IndexFault.stale(
                "it is ahead of the archive, so of another one: %d > %d"
                    .formatted(commitMetadata.sequence(), newest)));
      }
      if (commitMetadata.passages() != reader.numDocs()) {
        return Optional.of(
            IndexFault.damage(
                "it has %d passages where it should have %d"
                    .formatted(reader.numDocs(), commitMetadata.passages())));
      }
      checkBytes(reader);
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      // A damaged file fails in many ways, and all of them mean the same.
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
