package org.dossier.maintenance;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of putting a backup in the place of an archive.
///
/// @param manifest of the backup
/// @param kept where the archive is now that was there before; null where there was none
/// @param returned articles that the archive before knew as withdrawn, and that are back
public record Restored(Manifest manifest, @Nullable Path kept, List<String> returned) {
  public Restored {
    returned = List.copyOf(returned);
  }
}
