package org.dossier.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.dossier.database.OwnerOnlyFiles;

/// A Lucene directory whose files only their owner may read and write.
final class OwnerOnlyDirectory extends FilterDirectory {
  private final Path folder;

  OwnerOnlyDirectory(Path folder) throws IOException {
    super(FSDirectory.open(folder));
    this.folder = folder;
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
