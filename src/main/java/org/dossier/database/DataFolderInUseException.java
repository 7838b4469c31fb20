package org.dossier.database;

import java.nio.file.Path;

/// Another process holds the data folder. The message says which one, and what to do.
public final class DataFolderInUseException extends ArchiveException {
  private static final long serialVersionUID = 1L;

  private final transient DataFolder.Holder holder;

  DataFolderInUseException(Path folder, DataFolder.Holder holder) {
    super(
        "The data folder %s is in use by %s. Use that process, stop it, or choose another data folder"
            .formatted(folder, holder.describe()),
        null);
    this.holder = holder;
  }

  /// The process that holds it.
  public DataFolder.Holder holder() {
    return holder;
  }
}
