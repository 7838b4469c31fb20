package org.dossier.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.store.DataAccessHint;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.ReadAdvice;
import org.dossier.database.OwnerOnlyFiles;

/// A Lucene directory whose files only their owner may read and write.
///
/// The full vectors are read here and there, a few for each question. The operating system is
/// advised not to read ahead there: it would fetch eighty times as much, and push the quantized
/// vectors and their graph out of a small memory.
final class OwnerOnlyDirectory extends FilterDirectory {
  /// The files of the full vectors; those of the quantized ones have another ending.
  private static final String VECTORS = ".vec";

  private final Path folder;

  OwnerOnlyDirectory(Path folder) throws IOException {
    super(open(folder));
    this.folder = folder;
  }

  private static Directory open(Path folder) throws IOException {
    var directory = new MMapDirectory(folder);
    directory.setReadAdvice(OwnerOnlyDirectory::readAdvice);
    return directory;
  }

  /// Merges read vectors from the first to the last.
  private static Optional<ReadAdvice> readAdvice(String name, IOContext context) {
    return !name.endsWith(VECTORS)
        ? Optional.empty()
        : Optional.of(
            context.hints().contains(DataAccessHint.SEQUENTIAL)
                ? ReadAdvice.SEQUENTIAL
                : ReadAdvice.RANDOM);
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    return restrict(super.createOutput(name, context));
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    return restrict(super.createTempOutput(prefix, suffix, context));
  }

  private IndexOutput restrict(IndexOutput output) {
    OwnerOnlyFiles.restrict(folder.resolve(output.getName()));
    return output;
  }
}
