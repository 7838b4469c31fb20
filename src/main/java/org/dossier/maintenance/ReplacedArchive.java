package org.dossier.maintenance;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The archive that a restore replaces.
///
/// @param withdrawn ids of the articles that it recorded as withdrawn
record ReplacedArchive(List<String> withdrawn) {
  /// An archive that cannot be read.
  static final ReplacedArchive UNKNOWN = new ReplacedArchive(List.of());

  static final String HOLDS = "holds articles or conversations";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  ReplacedArchive {
    withdrawn = List.copyOf(withdrawn);
  }

  /// Reads the archive; empty if it never held anything.
  static Optional<ReplacedArchive> read(Handle handle) {
    long held =
        handle
            .createQuery(
                "SELECT (SELECT sequence FROM archive) + (SELECT count(*) FROM conversation)")
            .mapTo(Long.class)
            .one();
    return held == 0
        ? Optional.empty()
        : Optional.of(
            new ReplacedArchive(
                handle
                    .createQuery("SELECT id FROM article WHERE current_version IS NULL ORDER BY id")
                    .mapTo(String.class)
                    .list()));
  }

  /// Those of the withdrawn articles that the archive of `handle` contains.
  List<String> findReturned(Handle handle) {
    return withdrawn.stream()
        .filter(id ->
            handle
                .createQuery("SELECT 1 FROM article WHERE id = :id AND current_version IS NOT NULL")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent())
        .toList();
  }

  /// A timestamp that distinguishes the names of archives replaced at different times.
  static String timestamp(Clock clock) {
    return STAMP.format(clock.instant());
  }

  /// @param archive its place, and the reason why it is not replaced without confirmation
  static MaintenanceException notReplaceable(String archive) {
    return new MaintenanceException(
        "The archive in %s. To replace it and keep a copy, use --replace".formatted(archive));
  }
}
