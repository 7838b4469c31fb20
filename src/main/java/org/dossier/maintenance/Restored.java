package org.dossier.maintenance;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of a restore.
///
/// @param manifest manifest of the backup
/// @param kept path of the archive that was replaced; `null` if there was none
/// @param returned ids of articles that the replaced archive recorded as withdrawn, and that are
///   back
public record Restored(Manifest manifest, @Nullable Path kept, List<String> returned) {
  public Restored {
    returned = List.copyOf(returned);
  }
}
