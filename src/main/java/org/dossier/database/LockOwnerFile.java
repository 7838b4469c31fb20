package org.dossier.database;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.function.Function;
import org.dossier.database.DataFolder.Holder;
import org.jspecify.annotations.Nullable;

/// The file next to the lock in which a process records its identity. It remains after a process is
/// killed, so only the lock says whether the folder is held.
final class LockOwnerFile {
  private static final String NAME = "process.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private LockOwnerFile() {}

  /// Writes this process's identity, with `address` if it is not null. Readers see either the old
  /// file or the new one, never a partial file.
  static void write(Path folder, @Nullable URI address) throws IOException {
    var process = ProcessHandle.current();
    var about = JSON.createObjectNode().put("pid", process.pid());
    process.info().startInstant().ifPresent(start -> about.put("started", start.toString()));
    if (address != null) {
      about.put("address", address.toString());
    }
    var draft = folder.resolve(NAME + ".new");
    OwnerOnlyFiles.write(draft, about.toPrettyString() + "\n");
    Files.move(draft, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
  }

  /// The recorded holder. Fields are null if they, or the file, are missing.
  static Holder read(Path folder) {
    try {
      var about = JSON.readTree(Files.readString(folder.resolve(NAME)));
      var pid = about.path("pid");
      return new Holder(
          pid.isIntegralNumber() ? pid.asLong() : null,
          value(about.path("started").textValue(), Instant::parse),
          value(about.path("address").textValue(), URI::create));
    } catch (IOException | RuntimeException e) {
      // The content is only used in a message about something else, which must not fail because of
      // it.
      return new Holder(null, null, null);
    }
  }

  private static <T> @Nullable T value(@Nullable String text, Function<String, T> parse) {
    return text == null ? null : parse.apply(text);
  }

  static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(NAME));
  }
}
