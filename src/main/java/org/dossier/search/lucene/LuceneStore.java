package org.dossier.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.dossier.database.OwnerOnlyFiles;
import org.dossier.search.IndexException;

/// A Lucene index in one folder, open for writing and reading. One thread at a time may write. Any
/// number of threads may read the newest view concurrently.
final class LuceneStore implements AutoCloseable {
  private static final double BUFFER_MB = 64;
  private static final long NEVER = -1;

  private final Path folder;
  private final String schema;
  private final Directory directory;
  private final PurgeMergePolicy policy =
      new PurgeMergePolicy(new IndexWriterConfig().getMergePolicy());
  private final IndexWriter writer;
  private volatile ReaderView readerView;
  private volatile boolean closed;
  private long committed;
  private int uncommitted;

  /// Opens the index in `folder`, or creates one.
  ///
  /// @throws IndexException if it is damaged, or another process uses it
  LuceneStore(Path folder, String schema) {
    this.folder = folder;
    this.schema = schema;
    try {
      directory = new OwnerOnlyDirectory(folder);
      committed = DirectoryReader.indexExists(directory) ? metadata(directory).sequence() : NEVER;
      writer = new IndexWriter(directory, configuration(policy));
      OwnerOnlyFiles.restrict(folder.resolve(IndexWriter.WRITE_LOCK_NAME));
      readerView = ReaderView.of(folder, DirectoryReader.open(writer), Math.max(0, committed));
    } catch (IOException e) {
      throw failure("opened", e);
    }
  }

  /// The newest view, with a reference that the caller releases by [ReaderView#release]; empty
  /// after [#close].
  Optional<ReaderView> acquire() {
    while (!closed) {
      var newest = readerView;
      if (newest.reader().tryIncRef()) {
        return Optional.of(newest);
      }
    }
    return Optional.empty();
  }

  Path folder() {
    return folder;
  }

  /// The sequence of the newest visible change.
  long sequence() {
    return readerView.sequence();
  }

  /// Returns whether Lucene has closed the writer, such as after a full disk. The store can still
  /// be read then, but not written.
  boolean isBroken() {
    return !writer.isOpen();
  }

  /// A description of the damage by another program to the files of the newest view; empty if there
  /// is no damage.
  Optional<String> damage() {
    return readerView.files().damage();
  }

  /// The number of documents written since the last commit.
  int uncommitted() {
    return uncommitted;
  }

  /// Replaces all documents of `article` by `documents`; visible after [#refresh].
  void replace(String article, List<Document> documents) {
    try {
      var all = new Term(Fields.ARTICLE, article);
      if (documents.isEmpty()) {
        writer.deleteDocuments(all);
      } else {
        writer.updateDocuments(all, documents);
      }
      uncommitted += documents.size();
    } catch (IOException e) {
      throw failure("written", e);
    }
  }

  /// Makes everything written visible: every change up to `sequence`.
  void refresh(long sequence) {
    var old = readerView;
    try {
      var changed = DirectoryReader.openIfChanged(old.reader(), writer);
      if (changed == null) {
        old.reader().incRef();
        changed = old.reader();
      }
      readerView = ReaderView.of(folder, changed, sequence);
      old.reader().decRef();
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  /// Makes everything written durable. Does nothing if it is durable already.
  void commit() {
    if (sequence() == committed) {
      return;
    }
    write();
  }

  /// Like [#commit], also if only files changed: this deletes the ones that were rewritten.
  void commitFiles() {
    refresh(sequence());
    if (writer.hasUncommittedChanges()) {
      write();
    }
  }

  /// The names of the segments of the newest view with deleted text that is no longer in the
  /// archive.
  List<String> segmentsToRewrite(DeletedPassages deleted) {
    var newest = acquire();
    if (newest.isEmpty()) {
      return List.of();
    }
    var view = newest.get();
    try {
      return deleted.segmentsToRewrite(view);
    } catch (IOException e) {
      throw failure("read", e);
    } finally {
      view.release();
    }
  }

  /// Rewrites segments without their deleted passages, one after another. [#commitFiles] deletes
  /// the old files after the last search that reads them. May run concurrently with the thread that
  /// writes, on one other thread.
  void rewrite(List<String> segments) {
    try {
      for (var segment : segments) {
        checkFreeSpace(segment);
        policy.select(segment);
        writer.forceMergeDeletes();
      }
    } catch (IOException | AlreadyClosedException e) {
      throw failure("rewritten", e);
    }
  }

  /// Checks the free space first, because Lucene closes the writer if a merge finds the disk full.
  private void checkFreeSpace(String segment) throws IOException {
    long size = readerView.files().size(segment);
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < 2 * size) {
      throw new IOException(
          "rewriting a segment of %,d bytes needs twice its size, but only %,d bytes are free"
              .formatted(size, free));
    }
  }

  private void write() {
    // After a failure more may be written than is visible. The recorded count must match the
    // commit.
    refresh(sequence());
    var visible = readerView;
    var commitMetadata = new CommitMetadata(schema, visible.sequence(), visible.reader().numDocs());
    try {
      writer.setLiveCommitData(commitMetadata.toMap().entrySet());
      writer.commit();
      committed = visible.sequence();
      uncommitted = 0;
    } catch (IOException e) {
      throw failure("written", e);
    }
  }

  /// Closes without a commit. Uncommitted changes are applied again from the database.
  @Override
  public void close() {
    closed = true;
    try {
      IOUtils.close(readerView.reader(), writer::rollback, directory);
    } catch (IOException e) {
      throw failure("closed", e);
    }
  }

  private static CommitMetadata metadata(Directory directory) throws IOException {
    return CommitMetadata.of(SegmentInfos.readLatestCommit(directory).getUserData());
  }

  private static IndexWriterConfig configuration(PurgeMergePolicy policy) {
    return new IndexWriterConfig(Fields.analyzer())
        .setMergePolicy(policy)
        .setRAMBufferSizeMB(BUFFER_MB)
        .setCommitOnClose(false)
        .setCodec(
            new Lucene104Codec() {
              private final KnnVectorsFormat vectors =
                  new Lucene104HnswScalarQuantizedVectorsFormat();

              @Override
              public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return vectors;
              }
            });
  }

  private IndexException failure(String verb, Exception cause) {
    return new IndexException(
        "The index %s cannot be %s: %s".formatted(folder, verb, cause), cause);
  }
}
