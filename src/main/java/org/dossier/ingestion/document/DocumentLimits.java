package org.dossier.ingestion.document;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/// The limits for reading a document.
///
/// @param memoryMegabytes the memory of the process that reads documents
/// @param time the time for one article
/// @param fileMegabytes the maximum size of a file, except of a mailbox
public record DocumentLimits(int memoryMegabytes, Duration time, int fileMegabytes) {
  /// The limits without settings.
  public static final DocumentLimits DEFAULT = new DocumentLimits(512, Duration.ofSeconds(60), 100);

  private static final int LEAST_MEMORY = 64;

  public DocumentLimits {
    if (memoryMegabytes < LEAST_MEMORY) {
      throw new IllegalArgumentException(
          "dossier.documents.memory-megabytes must be at least %d: %d"
              .formatted(LEAST_MEMORY, memoryMegabytes));
    }
    if (!time.isPositive() || fileMegabytes < 1) {
      throw new IllegalArgumentException(
          "dossier.documents.time-limit and dossier.documents.max-file-megabytes must be positive");
    }
  }

  public static DocumentLimits of(DocumentConfig config) {
    return new DocumentLimits(
        config.memoryMegabytes(), config.timeLimit(), config.maxFileMegabytes());
  }

  /// The limits that the settings select. They are available before the framework starts, unlike
  /// [DocumentConfig].
  public static DocumentLimits of(Config config) {
    return new DocumentLimits(
        config
            .getOptionalValue("dossier.documents.memory-megabytes", Integer.class)
            .orElse(DEFAULT.memoryMegabytes),
        config
            .getOptionalValue("dossier.documents.time-limit", Duration.class)
            .orElse(DEFAULT.time),
        config
            .getOptionalValue("dossier.documents.max-file-megabytes", Integer.class)
            .orElse(DEFAULT.fileMegabytes));
  }

  /// The maximum size of a file in bytes.
  public long fileBytes() {
    return fileMegabytes * 1_000_000L;
  }
}
