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

/// One folder with a Lucene index, open for writing and reading. One thread at a time may write;
/// any number may look at the newest view meanwhile.
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

  /// Opens the index in `folder`, or begins one there.
  ///
  /// @throws IndexException if it is damaged, or another process has it
  LuceneStore(Path folder, String schema) {
    this.folder = folder;
    this.schema = schema;
    try {
      directory = new OwnerOnlyDirectory(folder);
      committed = DirectoryReader.indexExists(directory) ? stamp(directory).sequence() : NEVER;
      writer = new IndexWriter(directory, configuration(policy));
      OwnerOnlyFiles.restrict(folder.resolve(IndexWriter.WRITE_LOCK_NAME));
      readerView = ReaderView.of(folder, DirectoryReader.open(writer), Math.max(0, committed));
    } catch (IOException e) {
      throw failure("opened", e);
    }
  }

  /// The newest view, with a reference that the caller gives back by [ReaderView#release]; empty
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

  /// The sequence of the newest change that can be seen.
  long sequence() {
    return readerView.sequence();
  }

  /// Whether Lucene gave up on it, as after a full disk: then it can be read, but not written.
  boolean isBroken() {
    return !writer.isOpen();
  }

  /// What somebody else did to the files that the newest view is read from; empty if nothing.
  Optional<String> damage() {
    return readerView.files().damage();
  }

  /// How many passages were written since the last commit.
  int uncommitted() {
    return uncommitted;
  }

  /// Puts `passages` in the place of all passages of `article`; seen after [#refresh].
  void replace(String article, List<Document> passages) {
    try {
      var all = new Term(Fields.ARTICLE, article);
      if (passages.isEmpty()) {
        writer.deleteDocuments(all);
      } else {
        writer.updateDocuments(all, passages);
      }
      uncommitted += passages.size();
    } catch (IOException e) {
      throw failure("written", e);
    }
  }

  /// Lets all that was written be seen: every change up to `sequence`.
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

  /// Makes what was written survive the process. Does nothing where it does already.
  void commit() {
    if (sequence() == committed) {
      return;
    }
    write();
  }

  /// As [#commit], also if nothing but the files changed: then those that were rewritten go.
  void commitFiles() {
    refresh(sequence());
    if (writer.hasUncommittedChanges()) {
      write();
    }
  }

  /// The segments of the newest view that have words which `deleted` finds to be nobody's, by name.
  List<String> segmentsToRewrite(DeletedPassages deleted) {
    var newest = acquire();
    if (newest.isEmpty()) {
      return List.of();
    }
    var looked = newest.get();
    try {
      return deleted.segmentsToRewrite(looked);
    } catch (IOException e) {
      throw failure("read", e);
    } finally {
      looked.release();
    }
  }

  /// Rewrites segments without their deleted passages, one after another. The old files go with
  /// [#commitFiles], after the last search that reads them. May run beside the thread that writes,
  /// on one other thread.
  void rewrite(List<String> segments) {
    try {
      for (var segment : segments) {
        checkRoom(segment);
        policy.select(segment);
        writer.forceMergeDeletes();
      }
    } catch (IOException | AlreadyClosedException e) {
      throw failure("rewritten", e);
    }
  }

  /// Lucene gives a writer up whose merge finds no room, so that is found out before.
  private void checkRoom(String segment) throws IOException {
    long size = readerView.files().size(segment);
    long room = Files.getFileStore(folder).getUsableSpace();
    if (room < 2 * size) {
      throw new IOException(
          "a segment of %,d bytes has too little room, of %,d bytes".formatted(size, room));
    }
  }

  private void write() {
    // After a failure there may be more than is seen; what is counted must be what is there.
    refresh(sequence());
    var shown = readerView;
    var commitMetadata = new CommitMetadata(schema, shown.sequence(), shown.reader().numDocs());
    try {
      writer.setLiveCommitData(commitMetadata.toMap().entrySet());
      writer.commit();
      committed = shown.sequence();
      uncommitted = 0;
    } catch (IOException e) {
      throw failure("written", e);
    }
  }

  /// Closes without a commit: what was not committed is applied again from the database.
  @Override
  public void close() {
    closed = true;
    try {
      IOUtils.close(readerView.reader(), writer::rollback, directory);
    } catch (IOException e) {
      throw failure("closed", e);
    }
  }

  private static CommitMetadata stamp(Directory directory) throws IOException {
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
