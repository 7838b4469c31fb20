package org.dossier.ingestion.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Limits for reading documents: PDF, Word, OpenDocument, RTF, EPUB and e-mail.
@ConfigMapping(prefix = "dossier.documents")
public interface DocumentConfig {
  /// The memory of the process that reads documents, in megabytes. A document that needs more is
  /// rejected.
  @WithDefault("512")
  int memoryMegabytes();

  /// The time in which a document, or a message of a mailbox, must be read. It is rejected
  /// otherwise.
  @WithDefault("60s")
  Duration timeLimit();

  /// The maximum size of a document, in megabytes; mailboxes may have any size.
  @WithDefault("100")
  int maxFileMegabytes();
}
